export { DEMO_HOUSEHOLDS } from './household.ts';
export { makeHousehold } from './make-household.ts';
