/** Path data of every icon, drawn on a 24 × 24 field with a 1.8 stroke. An icon always stands beside a word. */
export const icons = {
  leave: 'M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M15 12H4m4.5-4.5L4 12l4.5 4.5',
  go: 'm9.5 6 6 6-6 6',
  back: 'm14.5 6-6 6 6 6',
  phone:
    'M6 3.5h3l1.6 4.6-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4.6 1.6v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.7 2 2 0 0 1 6 3.5z',
  message: 'M4 5.5h16v11H10.5L6 20v-3.5H4z',
  web: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17z',
  voice: 'M4 9.5h3.5L12 6v12l-4.5-3.5H4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  today:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  plan: 'M4 6.5h2m3 0h11M4 12h2m3 0h11M4 17.5h2m3 0h11',
  people:
    'M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 19.5c0-7 12-7 12 0M15.5 5.2a3 3 0 0 1 0 5.6M18 14c2 .9 3 2.8 3 5.5',
  find: 'M12 21c-8-9-6.5-17 0-17s8 8 0 17zM12 8a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  me: 'M12 4a3.7 3.7 0 1 0 0 7.4A3.7 3.7 0 0 0 12 4M5 20c0-8 14-8 14 0',
  home: 'M4 11.5 12 4.5l8 7M6.5 9.5V19h11V9.5M10 19v-5h4v5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  key: 'M8 10a4 4 0 1 0 0 8 4 4 0 0 0 0-8M11 11.5 19 4m-4 3.5 3 3',
  add: 'M12 5v14M5 12h14',
  share: 'M12 15V4m-4 4 4-4 4 4M5 13v7h14v-7',
  print: 'M7 8V4h10v4M7 16H4V9h16v7h-3M7 14h10v6H7z',
} as const;

export type IconName = keyof typeof icons;
