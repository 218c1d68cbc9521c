import type { MediaWords } from '../en/media.ts';

const words: MediaWords = {
  photo: 'Foto',
  voice: 'Nota de voz',
  choose: 'Elegir una foto',
  take: 'Tomar una foto',
  reading: 'Un momento. La foto se hace más pequeña.',
  stripped: 'Una foto se guarda sin su lugar, su hora ni su cámara.',
  record: 'Grabar tu voz',
  waiting: 'Un momento',
  recording: 'Grabando',
  paused: 'En pausa',
  of: (most) => `de ${most}`,
  quiet: 'No se oye nada. ¿Está tapado el micrófono?',
  stop: 'Listo',
  pause: 'Pausar',
  goOn: 'Seguir',
  leaving: 'Se detiene cuando sales de esta página. Lo que dijiste hasta entonces se queda.',
  listen: (length) => `Escuchar, ${length}`,
  cannotPlay: 'Este teléfono no puede reproducir esta grabación.',
  again: 'Probar otra vez',
  shows: 'Lo que muestra la foto',
  says: 'Lo que dice la voz',
  help: 'Para buscar, y para cuando no se puede ver u oír. Puedes dejarlo vacío.',
  removePhoto: 'Quitar la foto',
  removeVoice: 'Quitar la nota de voz',
  removeSure: '¿Quitar esto de todos tus teléfonos?',
  most: 'Aquí caben 4 fotos o notas de voz.',
  troubles: {
    'no-picture': 'Este teléfono no puede leer ese archivo como imagen. Elige otro.',
    refused: 'El micrófono está apagado para esta página. Puedes permitirlo en el navegador, o escribirlo.',
    none: 'Ningún micrófono funciona ahora. Prueba otra vez, o escríbelo.',
    unable: 'Este navegador no puede grabar. Puedes escribirlo.',
    nothing: 'No se grabó nada. Prueba otra vez, o escríbelo.',
  },
};

export default words;
