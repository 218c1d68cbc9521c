export * from './document.ts';
export * from './parts.ts';
