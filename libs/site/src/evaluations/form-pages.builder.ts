import type {
  AnsweringRoomView,
  EvaluationFormView,
  LineManagerView,
  ManagerQuestionView,
  PaperFormView,
  QuestionView,
} from '@roundtable/contracts';
import { Fields } from '../frame/fields';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { aForm } from '../frame/views.builder';
import { answeringRoomPage } from '../training-i-run/answering-room.presenter';
import { evaluationPage, readEvaluation } from './evaluation.presenter';
import { managerQuestionPage, readManagerAnswers } from './manager-question.presenter';
import { paperFormPage } from './paper-form.presenter';
import { readRoom, roomPage } from './room.presenter';

/** A question of each kind. */
export function everyQuestion(wording = 'What would you change?'): QuestionView[] {
  const question = (id: string, facts: Partial<QuestionView>): QuestionView => ({
    id,
    kind: 'rating',
    stem: null,
    wording: `Question ${id}`,
    required: false,
    ...facts,
  });
  return [
    question('statement', { stem: 'knowledge of', wording: 'Signs of neglect', required: true }),
    question('before', {
      stem: 'knowledge of',
      wording: 'Signs of neglect',
      required: true,
      mode: 'retrospective-before',
    }),
    question('aware', { kind: 'yes-no', wording: 'Are you aware of the toolkit?', help: wording }),
    question('one', { kind: 'single', options: ['A colleague', wording] }),
    question('some', { kind: 'several', options: ['The toolkit', 'The pathway'] }),
    question('years', { kind: 'number', minimum: 0, maximum: 60 }),
    question('scale', { kind: 'scale', minimum: 0, maximum: 5, lowLabel: 'Not at all', highLabel: 'Certainly' }),
    question('words', { kind: 'text', wording }),
  ];
}

/** A room with its digits. */
export function aRoom(changes: Partial<AnsweringRoomView> = {}): AnsweringRoomView {
  return {
    eventId: 'event-1',
    courseTitle: 'Neglect',
    digits: '0427',
    shortAddress: 'training.example/e',
    picture: 'data:image/svg+xml;base64,PHN2Zy8+',
    openedAt: null,
    opensAt: '2024-05-22T11:00:00.000Z',
    isOpen: true,
    mayOpen: true,
    answered: 3,
    people: 14,
    ...changes,
  };
}

/** A follow-up whose line manager plays this part. */
function aFollowUp(state: LineManagerView['state'], name: string, facts: Partial<EvaluationFormView> = {}) {
  const from = state === 'to-be-asked' ? '2024-08-29T11:30:00.000Z' : null;
  const lineManager = { state, name: state === 'unknown' || state === 'refused' ? null : name, from };
  return aForm({ stage: 'follow-up', courseTitle: name, questions: everyQuestion(name), lineManager, ...facts });
}

/** What a line manager is asked. */
function aManagerQuestion(words: string, changes: Partial<ManagerQuestionView> = {}): ManagerQuestionView {
  return {
    state: 'open',
    delegateName: words,
    courseTitle: words,
    startsAt: '2024-05-22T08:30:00.000Z',
    closesAt: '2024-10-03T11:30:00.000Z',
    questions: everyQuestion(words).filter(({ kind }) => kind !== 'rating'),
    formId: 'form-1',
    ...changes,
  };
}

/** The follow-up with each part of a line manager, and what line managers are asked. */
function lineManagerSamples(words: string): SamplePage[] {
  const at = { action: '/evaluations/token', bookingId: null, frontDoor: '0115 000 0000' };
  const manager = { action: '/manager-questions/token', frontDoor: null };
  const form = (name: string, ...given: Parameters<typeof evaluationPage>) =>
    page(name, 'evaluations/evaluation', evaluationPage(...given));
  const question = (name: string, ...given: Parameters<typeof managerQuestionPage>) =>
    page(name, 'evaluations/manager-question', managerQuestionPage(...given));
  const nothing = Fields.ofForm({});
  const unknown = aFollowUp('unknown', words);
  const open = aManagerQuestion(words);
  return [
    form('follow-up', unknown, at),
    form('follow-up-wrong-manager', unknown, at, Fields.ofForm({ managerEmail: words }), {
      summary: [{ text: words, href: '#managerEmail' }],
      at: { managerEmail: { text: words } },
    }),
    form('follow-up-manager', aFollowUp('to-be-asked', words), at),
    form('follow-up-manager-refused', aFollowUp('refused', words), at, Fields.ofForm({ lineManager: 'no' })),
    form('follow-up-manager-asked', aFollowUp('asked', words, { state: 'sent' }), at),
    form('follow-up-manager-answered', aFollowUp('answered', words, { state: 'sent' }), at),
    question('manager-question', open, manager),
    question('manager-question-errors', open, manager, nothing, readManagerAnswers(open, nothing).errors),
    question('manager-question-preview', open, { ...manager, isPreview: true }),
    question('manager-question-sent', aManagerQuestion(words, { state: 'sent' }), manager),
    question('manager-question-closed', aManagerQuestion(words, { state: 'closed' }), manager),
  ];
}

/** Forms with every kind of question, on a page and on paper, and the room. */
export function formSamples(words: string): SamplePage[] {
  const form = aForm({ questions: everyQuestion(words), courseTitle: words, formId: 'form-1' });
  const at = { action: '/evaluations/token', bookingId: null, frontDoor: '0115 000 0000' };
  const typed = Fields.ofForm({ 'answer-words': words, 'answer-years': 'many', 'answer-some-2': 'yes' });
  const nothing = Fields.ofForm({});
  const paper: PaperFormView = {
    eventId: 'event-1',
    courseTitle: words,
    startsAt: '2024-05-22T08:30:00.000Z',
    stage: 'after',
    formId: null,
    questions: form.questions,
    people: [],
    isOpen: true,
  };
  return [
    ...lineManagerSamples(words),
    page(
      'form',
      'evaluations/evaluation',
      evaluationPage(form, { ...at, draftAction: '/evaluations/token/draft' }, typed),
    ),
    page('form-errors', 'evaluations/evaluation', evaluationPage(form, at, typed, readEvaluation(form, typed).errors)),
    page('form-preview', 'evaluations/evaluation', evaluationPage(form, { ...at, isPreview: true })),
    page('paper-form', 'evaluations/paper-form', paperFormPage(paper, null)),
    page('room-door', 'evaluations/room', roomPage({ digits: '0427', email: '' })),
    page('room-door-errors', 'evaluations/room', roomPage({ digits: '', email: words }, readRoom(nothing).errors)),
    page('room-door-closed', 'evaluations/room', roomPage({ digits: '0427', email: 'a@b.example' }, 'nothing')),
    page('room', 'training-i-run/answering-room', answeringRoomPage(aRoom({ courseTitle: words }), true)),
    page(
      'room-without-digits',
      'training-i-run/answering-room',
      answeringRoomPage(aRoom({ digits: null, picture: null, isOpen: false, mayOpen: false }), false),
    ),
  ];
}
