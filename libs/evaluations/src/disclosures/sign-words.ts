/** First names that are no everyday word, so that they are found in small letters too. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul adam ahmed aisha alex ali alice amanda amina amy andrew angela anita anna ayesha barbara ben beth brian
  callum caroline catherine charlie charlotte chloe chris christine claire connor craig daniel darren dave david debbie
  derek donna dylan eleanor ella emily emma ethan fatima fiona gareth gary gemma george georgia graham hannah harry
  hassan helen holly ibrahim imran isaac isabella jacob jade jake james jane jason jenny jessica joanne joe john
  jordan josh joshua julie karen kate katie keith kelly kevin kieran kyle laura lauren leah leanne lewis liam linda
  lisa louise lucy luke maria maryam matthew megan michael michelle mohammed molly muhammad nadia naomi natalie natasha
  nathan nicola nigel oliver olivia omar patricia paul peter phil priya rachel raj rebecca richard robert ryan sam
  samantha samuel sandra sara sarah sean sharon simon sophie stacey stephen steve steven stuart susan tanya terry
  thomas tina tom tracey victoria wayne wendy yasmin yusuf zainab zoe`.split(/\s+/),
);

/** What is written with a capital in the midst of a sentence and is nobody's name. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december christmas easter ramadan eid diwali english england british britain uk
  nottingham nottinghamshire london microsoft teams zoom word powerpoint excel google internet covid
  police health education council city county school academy nursery hospital children child safeguarding partnership
  neglect toolkit pathway threshold pathways level early help family hub trust service services designated lead dsl
  mash lado nhs cpd`.split(/\s+/),
);

/** Words for harm, as they begin. Alone they are what the training is about; beside a person they may tell of something. */
export const HARM =
  'abus|assault|attack|hit|hitting|hurt|harm|beat|beaten|punch|slap|smack|kick|bruis|burn|rape|raping|molest|groom|touch(?:ed|ing|es)|strangl|chok|threaten|bull(?:y|ied|ies)|harass|neglect|exploit|lock(?:ed|ing|s)|starv|shout(?:ed|ing|s)|drunk|steal|stole|racis|sexis|inappropriate|victim|violen';

/** Who may have done something, or had it done to them, told by somebody who speaks of their life or work. */
export const PEOPLE =
  'me|my|he|him|she|her|colleague|manager|boss|supervisor|trainer|teacher|headteacher|carer|foster carer|staff|neighbour|husband|wife|partner|ex|boyfriend|girlfriend|dad|father|mum|mother|stepdad|stepfather|uncle|brother|son|daughter|pupil|client|patient|someone|somebody';

/** What is said where something is told, disclosed or complained of, whatever stands beside it. */
export const TELLING: readonly string[] = [
  `(?:i|we)(?: was| were| am| are| have been| got| get| hit| hurt)(?: [a-z]+){0,2} (?:${HARM})[a-z]*`,
  'disclos(?:e|ed|es|ing)',
  'alleg(?:e|ed|es|ation|ations)',
  'accus(?:e|ed|es|ation|ations)',
  'told me',
  'happened to (?:me|him|her|my|us)',
  'happens? to (?:me|him|her|my|us)',
  '(?:scared|afraid|frightened|terrified) of',
  '(?:not|never|nobody is|isn.t|aren.t) safe',
  'unsafe',
  'at risk from',
  'suicid\\w*',
  'kill(?:ed|ing)? (?:my|him|her|them)?sel(?:f|ves)',
  'end(?:ing)? (?:my|his|her) life',
  'self[- ]?harm(?:s|ed|ing)?',
  'cover(?:ed|ing)? (?:it )?up',
  'want to die',
  'whistle-?blow\\w*',
];
