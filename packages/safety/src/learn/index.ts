export * from './article.ts';
export { ARTICLES } from './articles/index.ts';
export { SOURCES } from './sources/index.ts';
export * from './glossary.ts';
export { articleWords, saidIn } from './validate.ts';
