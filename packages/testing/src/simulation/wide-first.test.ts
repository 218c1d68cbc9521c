import { testWideHalf } from './wide.ts';

testWideHalf(0);
