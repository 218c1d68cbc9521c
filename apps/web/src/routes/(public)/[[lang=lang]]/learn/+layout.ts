export { loadLearn as load } from '#lib/learn/load.ts';
