import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const pregnancy: Article = {
  id: 'pregnancy',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('Pregnant, with opioids in your life', 'Embarazo y opioides'),
  lead: local(
    'Please don’t stop suddenly. There is treatment that protects you and the baby.',
    'Por favor, no dejes todo de golpe. Hay un tratamiento que te protege a ti y al bebé.',
  ),
  sections: [
    section(
      'stop',
      'Not suddenly, and not alone',
      'Ni de golpe ni en soledad',
      text(
        'Stopping opioids fast can bring early labor, distress for the baby, or loss of the pregnancy. This is true for street drugs, pain pills and medicine.',
        'Dejar los opioides de golpe puede causar parto antes de tiempo, sufrimiento del bebé o la pérdida del embarazo. Vale para drogas de la calle, pastillas y medicamentos.',
        'cdc-pregnancy',
      ),
      text(
        'Methadone or buprenorphine is what doctors offer first. It is advised over a supervised detox, as return to use is less likely.',
        'La metadona o la buprenorfina es lo que se ofrece primero. Se aconseja más que una desintoxicación supervisada, porque es menos probable volver a usar.',
        'cdc-pregnancy',
        'acog-2017',
      ),
      text(
        'Naltrexone is not started while you still use opioids. If you take it already, ask before you change anything.',
        'La naltrexona no se empieza mientras aún se usan opioides. Si ya la tomas, pregunta antes de cambiar nada.',
        'nysdoh-pregnancy',
        'cdc-pregnancy',
      ),
    ),
    section(
      'during',
      'The months to come',
      'Los meses que vienen',
      list(
        said(
          'You may need more medicine as the pregnancy goes on. That is normal. It was not linked with worse withdrawal for the baby.',
          'Quizás necesites más medicamento al avanzar el embarazo. Es normal. No se asoció con más abstinencia del bebé.',
          'klaman-2017',
        ),
        said(
          'Medicine goes on through labor and after. Ask early how your pain will be treated.',
          'El medicamento sigue durante el parto y después. Pregunta pronto cómo tratarán tu dolor.',
          'nysdoh-pregnancy',
        ),
        said(
          'Keep naloxone at home. Show someone how to use it.',
          'Ten naloxona en casa. Muestra a alguien cómo se usa.',
          'asam-2020',
        ),
      ),
    ),
    section(
      'baby',
      'Your baby',
      'Tu bebé',
      text(
        'Some babies have withdrawal after birth: shaking, crying, trouble feeding. It is expected, it is watched for, and it can be treated.',
        'Algunos bebés tienen abstinencia al nacer: temblor, llanto, dificultad para comer. Se espera, se vigila y se puede tratar.',
        'acog-2017',
        'nysdoh-pregnancy',
      ),
      text(
        'Staying together in one room is part of good care. If you are steady on methadone or buprenorphine, breastfeeding is encouraged, unless a doctor gives another reason against it.',
        'Quedarse juntos en el mismo cuarto es parte de una buena atención. Si estás estable con metadona o buprenorfina, se recomienda amamantar, salvo que un médico vea otra razón en contra.',
        'asam-2020',
        'nysdoh-pregnancy',
      ),
    ),
    section(
      'after',
      'The year after birth',
      'El año después del parto',
      text(
        'In Massachusetts, overdoses were rarest late in pregnancy and most frequent 7 to 12 months after birth. People on medicine had fewer in the early months.',
        'En Massachusetts, las sobredosis fueron menos al final del embarazo y más entre 7 y 12 meses después del parto. Quienes tomaban medicamento tuvieron menos en los primeros meses.',
        'schiff-2018',
      ),
      text(
        'So plan for that year now: who prescribes, who holds the baby while you sleep, whom you call.',
        'Planea ese año desde ahora: quién receta, quién cuida al bebé mientras duermes, a quién llamas.',
      ),
    ),
    section(
      'privacy',
      'Who gets to know',
      'Quién llega a saberlo',
      text(
        'The law differs a lot. In about half of US states, drug use in pregnancy counts as child maltreatment in civil law. In about half, health staff must report it. Elsewhere it may be quite different.',
        'La ley cambia mucho. En cerca de la mitad de los estados de Estados Unidos, usar drogas en el embarazo cuenta como maltrato infantil. En cerca de la mitad, el personal de salud debe reportarlo. En otros lugares puede ser muy distinto.',
        'guttmacher',
      ),
      text(
        'You can ask first, without your name: “If I tell you I use opioids, what must you do?” A legal aid office can tell you too. Being in treatment is care for your baby.',
        'Puedes preguntar antes, sin dar tu nombre: “Si digo que uso opioides, ¿qué tienes que hacer?” También te lo puede decir una oficina de ayuda legal. Estar en tratamiento es cuidar a tu bebé.',
      ),
      note(
        'Holdfast shares nothing about a pregnancy unless you write it to someone. A phone can still be searched, and a court can ask for what is on it.',
        'Holdfast no comparte nada de un embarazo, salvo que tú se lo escribas a alguien. Un teléfono puede ser revisado, y un juzgado puede pedir lo que guarda.',
      ),
    ),
    section(
      'next',
      'Today',
      'Hoy',
      steps(
        said(
          'Keep taking your medicine, or don’t stop suddenly.',
          'Sigue con tu medicamento, o no dejes de golpe.',
        ),
        said(
          'Call one place: a clinic, a midwife, or a line. Say: “I am pregnant and I need opioid treatment.” In some places you are seen first.',
          'Llama a un lugar: una clínica, una partera o una línea. Di: “Estoy embarazada y necesito tratamiento para opioides”. En algunos lugares te atienden primero.',
          'guttmacher',
        ),
      ),
      text(
        'Bleeding, strong pain, waters breaking, no movement, or fits: call the emergency number now.',
        'Sangrado, dolor fuerte, rotura de la fuente, el bebé no se mueve o convulsiones: llama ya a emergencias.',
      ),
      go('/now/lines', 'Talk to a person now', 'Habla con alguien ahora'),
    ),
  ],
  checks: [
    check(
      local(
        'Ines is pregnant and uses heroin. What is the safer first step?',
        'Inés está embarazada y usa heroína. ¿Cuál es el primer paso más seguro?',
      ),
      [
        local('Ask for methadone or buprenorphine', 'Pedir metadona o buprenorfina'),
        local('Stop at once at home', 'Dejar todo hoy en casa'),
        local('Wait until after the birth', 'Esperar hasta después del parto'),
      ],
      local(
        'Stopping fast can harm the pregnancy. Medicine is what doctors offer first.',
        'Dejar de golpe puede dañar el embarazo. El medicamento es lo que se ofrece primero.',
      ),
      0,
    ),
    check(
      local(
        'Your dose went up in month 7. What does that mean?',
        'Tu dosis subió en el mes 7. ¿Qué significa?',
      ),
      [
        local('It is common as the body changes', 'Es frecuente, pues el cuerpo cambia'),
        local('You did something wrong', 'Hiciste algo mal'),
        local('The baby will be worse off', 'El bebé estará peor'),
      ],
      local(
        'Needs change in pregnancy. A higher dose was not linked with worse withdrawal.',
        'En el embarazo cambia lo que hace falta. Más dosis no se asoció con más abstinencia.',
      ),
      1,
    ),
  ],
  related: ['medicines', 'rights-and-privacy', 'pain', 'own-wellbeing'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
