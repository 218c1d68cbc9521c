import type { Article } from '../article.ts';
import { boundaries } from './boundaries.ts';
import { craftIdeas } from './craft-ideas.ts';
import { cravings } from './cravings.ts';
import { depressionAndTrauma } from './depression-and-trauma.ts';
import { detoxAlone } from './detox-alone.ts';
import { familiesWhatHelps } from './families-what-helps.ts';
import { first90Days } from './first-90-days.ts';
import { firstMeeting } from './first-meeting.ts';
import { forClinicians } from './for-clinicians.ts';
import { forFriends } from './for-friends.ts';
import { forOrganisations } from './for-organisations.ts';
import { grief } from './grief.ts';
import { groupsKinds } from './groups-kinds.ts';
import { medicines } from './medicines.ts';
import { notSubstituting } from './not-substituting.ts';
import { overdoseAndNaloxone } from './overdose-and-naloxone.ts';
import { overTime } from './over-time.ts';
import { ownWellbeing } from './own-wellbeing.ts';
import { pain } from './pain.ts';
import { pregnancy } from './pregnancy.ts';
import { rightsAndPrivacy } from './rights-and-privacy.ts';
import { routine } from './routine.ts';
import { sleep } from './sleep.ts';
import { sponsors } from './sponsors.ts';
import { stress } from './stress.ts';
import { talking } from './talking.ts';
import { therapyKinds } from './therapy-kinds.ts';
import { tolerance } from './tolerance.ts';
import { triggers } from './triggers.ts';
import { whatIsOud } from './what-is-oud.ts';
import { workHousingMoney } from './work-housing-money.ts';

/** Every article, in the order in which the pages list them. */
export const ARTICLES: readonly Article[] = [
  tolerance,
  overdoseAndNaloxone,
  whatIsOud,
  first90Days,
  overTime,
  medicines,
  notSubstituting,
  detoxAlone,
  therapyKinds,
  depressionAndTrauma,
  pain,
  pregnancy,
  cravings,
  triggers,
  sleep,
  stress,
  routine,
  groupsKinds,
  firstMeeting,
  sponsors,
  rightsAndPrivacy,
  workHousingMoney,
  familiesWhatHelps,
  craftIdeas,
  talking,
  boundaries,
  ownWellbeing,
  grief,
  forFriends,
  forClinicians,
  forOrganisations,
];
