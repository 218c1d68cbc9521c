declare global {
  namespace App {
    interface PageState {
      /** Which step of the overdose card is open, from 0. */
      step?: number;
    }
  }
}

export {};
