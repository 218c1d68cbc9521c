import { testWideHalf } from './wide.ts';

testWideHalf(1);
