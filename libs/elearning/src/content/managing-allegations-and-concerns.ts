import type { ModuleContent } from './module-content';

export const managingAllegationsAndConcerns: ModuleContent = {
  slug: 'managing-allegations-and-concerns',
  title: 'Managing allegations and concerns in relation to adults working with children',
  summary:
    'What to do when somebody who works or volunteers with children may have harmed a child, or may not be safe to work with them: whom to tell, how soon, and what to leave alone.',
  minutes: 40,
  edition: 1,
  passMarkPercent: 80,
  validityMonths: 36,
  sections: [
    {
      heading: 'What counts as an allegation or a concern',
      paragraphs: [
        'Almost everybody who works or volunteers with children does so with care. A few do not, and a position of trust can hide it. Every organisation that has contact with children therefore needs one clear way to hear about worrying behaviour by an adult, and to act on it in the same way whoever the adult is.',
        'This applies to paid staff, agency and supply workers, volunteers, foster carers, childminders, contractors, governors and trustees. It applies to a colleague you admire and to your own manager. It covers what happened recently and what happened many years ago, and it covers life outside work: how somebody behaves at home, online or in another job can show that they are a risk to the children they work with.',
        'You may hear of it in many ways: a child tells you, a parent complains, you see something yourself, the police call, or several small things begin to form a pattern. You do not need proof. You need to pass on what you know.',
        'An allegation is about harm by an adult in a position of trust. A complaint about the quality of a service, or a question about how somebody does their job, is usually handled by the organisation’s other procedures. If you cannot tell which it is, treat it as an allegation until somebody with the right knowledge says otherwise.',
      ],
    },
    {
      heading: 'The harm threshold, and concerns below it',
      paragraphs: [
        'In England the local authority must be told when it appears that an adult who works with children has done one of four things. First: they have hurt a child, or what they did may have hurt a child. Second: they may have committed a crime against a child, or one that involves a child. Third: the way they behaved towards a child suggests that they could be a danger to children. Fourth: something they did, at work or elsewhere, suggests that they may not be suitable to work with children, even where no child was involved. Violence against a partner is one example.',
        'Meeting the threshold does not mean that the allegation is true. It means that people outside the organisation must help to decide what happens next.',
        'A low-level concern is behaviour that is out of step with the code of conduct, and does not look serious enough to meet the threshold. Examples are having favourites, giving lifts without telling anybody, using a personal telephone to photograph children, humiliating language, or being over-familiar. Low does not mean unimportant. Such behaviour may be thoughtless, may need training, or may be the first visible part of something worse.',
        'Share low-level concerns with the person your organisation has named, usually the designated safeguarding lead or the head of the organisation. They are written down, looked at together over time, and taken to the local authority when there is a pattern or doubt. It is also right to tell on yourself: if you acted in a way that could be misunderstood, say so early.',
      ],
    },
    {
      heading: 'The designated officer and your own organisation',
      paragraphs: [
        'Every local authority has a designated officer, often still called the LADO, who oversees allegations against adults who work with children. The designated officer gives advice, decides with the organisation whether the threshold is met, brings the police and children’s social care into the discussion, and follows the case until it ends. The officer does not investigate, and does not decide whether anybody is dismissed.',
        'Inside your organisation there is a senior person to whom allegations go, and a deputy for when that person is away. If the allegation is about the senior person, it goes to whoever stands above them: for a head teacher, the chair of governors; for a manager or owner of a small setting, straight to the designated officer. Find out these names today, so that you need not look for them on the day.',
        'Up to three strands may follow: a police investigation of a possible crime; an assessment by children’s social care of whether a child needs protection; and the employer’s own process. They are planned together at a strategy discussion or meeting, so that one does not spoil another. Where somebody is dismissed for harming a child or for being a risk to children, or would have been had they not left, the employer has a legal duty to refer them to the Disclosure and Barring Service. An agreement to leave quietly does not remove this duty.',
      ],
    },
    {
      heading: 'What to do within one working day, and what not to do',
      paragraphs: [
        'If a child is in danger now, or needs medical help, call 999. Keep the child safe first; everything else comes after.',
        'If a child tells you something, listen, let them use their own words, and do not show shock or doubt. Ask no more than you need to understand that it must be passed on: open questions, such as ‘Tell me what happened’, never ones that suggest an answer. Do not promise to keep it secret. Say what you will do next.',
        'Tell the senior person in your organisation straight away, on the same day. The senior person contacts the designated officer within one working day of the allegation coming to light, before any investigation begins and before the adult is told, unless a child would be unsafe in the meantime. If nobody in your organisation acts, or you cannot reach them, contact the designated officer, children’s social care or the police yourself. Anybody may.',
        'Do not question the adult. Do not interview the child or other children, take statements, or search telephones. Do not look at or copy indecent images of children: note who has them and where, and call the police. Do not warn the adult, send them home or suspend them before you have had advice. Suspension is never automatic; different duties, supervision or another place of work may keep everybody safe.',
        'Do not decide by yourself that it cannot be true, or that it is not serious enough. Two people who each know a little may together know something important.',
      ],
    },
    {
      heading: 'Records, confidentiality and support',
      paragraphs: [
        'Write down what you heard or saw as soon as you can, on the same day: the exact words, who was there, where and when, and what you did. Keep facts and opinions apart. Sign it, with the date and time. Give it to the senior person, and keep no copies of your own.',
        'The organisation keeps a clear record of the allegation, what was done, why, and how it ended. A record of an allegation that was substantiated, unfounded or could not be proved is kept as the organisation’s retention rules say, commonly until the person reaches retirement age or for ten years if that is longer. What was shown to be false or malicious is taken off the personnel file. References must not hide a substantiated concern.',
        'Share what you know with those who need it to keep children safe, and with nobody else. Gossip hurts children and adults, and can spoil an investigation. In schools it can be a crime to publish anything that would identify a teacher accused by a pupil before they are charged.',
        'Support matters for everybody. The child and the family need to know what will happen, as far as it can be told. The adult is entitled to be treated fairly, to know the allegation as soon as advice allows, to have a named contact, and to have the matter settled without delay. Colleagues who reported it did right, whatever the outcome, and whistle-blowing rules protect them. If this module has stirred up something for you, speak to your manager, your safeguarding lead or your occupational health service.',
      ],
    },
  ],
  questions: [
    {
      id: 'outside-work',
      wording:
        'A volunteer at a youth club is being investigated for violence against his partner at home. No child at the club has said anything. What applies?',
      options: [
        { id: 'private', wording: 'It is a private matter, because it did not happen at the club' },
        {
          id: 'suitability',
          wording: 'It may show that he is not suitable to work with children, so the designated officer is told',
        },
        { id: 'wait', wording: 'The club waits until a court has decided' },
      ],
      rightOptionId: 'suitability',
      explanation:
        'Behaviour outside work can meet the threshold, because it can show that somebody may not be suitable to work with children. Nobody needs to wait for a conviction.',
    },
    {
      id: 'how-soon',
      wording: 'How soon does the designated officer hear about an allegation that may meet the harm threshold?',
      options: [
        { id: 'after-interview', wording: 'As soon as the organisation has interviewed the adult' },
        { id: 'one-day', wording: 'Within one working day of its coming to light' },
        { id: 'one-week', wording: 'Within one week, with the results of an internal investigation' },
        { id: 'if-proved', wording: 'Only once it has been proved' },
      ],
      rightOptionId: 'one-day',
      explanation:
        'The designated officer is contacted within one working day, before anybody investigates or interviews, so that police, social care and employer can plan together.',
    },
    {
      id: 'first-steps',
      wording: 'A child tells you that a member of staff hit her. What do you do?',
      options: [
        {
          id: 'listen',
          wording: 'Listen, promise no secrecy, write down her words, and tell the senior person the same day',
        },
        { id: 'ask-colleague', wording: 'Ask the member of staff for their side before you trouble anybody' },
        { id: 'interview', wording: 'Ask her detailed questions and collect statements from her friends' },
        { id: 'watch', wording: 'Keep an eye on the member of staff for a few weeks' },
      ],
      rightOptionId: 'listen',
      explanation:
        'Listen and pass it on. Questioning the adult or collecting statements can put children at risk and spoil an investigation.',
    },
    {
      id: 'low-level',
      wording:
        'You notice that a colleague often gives one child a lift home and has told nobody. It does not seem to meet the harm threshold. What is right?',
      options: [
        { id: 'nothing', wording: 'Nothing, because it is below the threshold' },
        { id: 'private-word', wording: 'Only a quiet word with the colleague, without a record' },
        {
          id: 'share',
          wording: 'Share it as a low-level concern with the named person, who records it and looks for patterns',
        },
      ],
      rightOptionId: 'share',
      explanation:
        'Low-level concerns are shared and recorded too. One alone may mean little; several together may show a pattern.',
    },
    {
      id: 'about-the-head',
      wording: 'The allegation is about the head teacher of your school. Whom do you tell?',
      options: [
        { id: 'head', wording: 'The head teacher, who deals with all allegations' },
        { id: 'chair', wording: 'The chair of governors, and the designated officer if the chair cannot be reached' },
        { id: 'colleagues', wording: 'Colleagues, to find out whether they noticed anything' },
        { id: 'parents', wording: 'The child’s parents, so that they can decide what to do' },
      ],
      rightOptionId: 'chair',
      explanation:
        'An allegation about the person in charge goes to whoever stands above them. Anybody may contact the designated officer directly when that way is blocked.',
    },
  ],
};
