/** Names before the @ that usually belong to a mailbox which several people read. */
const SHARED_NAMES: ReadonlySet<string> = new Set([
  ...[
    'admin',
    'administration',
    'administrator',
    'bookings',
    'bursar',
    'business',
    'businessmanager',
    'care',
    'carers',
  ],
  ...['childcare', 'children', 'childrensservices', 'class', 'clerk', 'club', 'contact', 'contactus', 'coordinator'],
  ...['courses', 'cpd', 'crew', 'dcl', 'deputy', 'deputyhead', 'designatedlead', 'development', 'dsl', 'duty'],
  ...['earlyyears', 'education', 'enquiries', 'enquiry', 'feedback', 'finance', 'foundation', 'frontdesk', 'general'],
  ...['governors', 'hello', 'help', 'helpdesk', 'head', 'headteacher', 'headoffice', 'health', 'hi', 'hr', 'hub'],
  ...['inbox', 'inclusion', 'info', 'information', 'intake', 'learning', 'mail', 'mailbox', 'main', 'manager'],
  ...['management', 'mash', 'minister', 'nursery', 'office', 'officemanager', 'operations', 'parish', 'pastoral'],
  ...['people', 'personnel', 'practice', 'practicemanager', 'preschool', 'principal', 'programme', 'reception'],
  ...[
    'receptionist',
    'recruitment',
    'referrals',
    'rota',
    'safeguarding',
    'school',
    'schooloffice',
    'secretary',
    'senco',
  ],
  ...['send', 'service', 'services', 'slt', 'staff', 'support', 'surgery', 'team', 'teamleader', 'theoffice'],
  ...['training', 'trainingteam', 'trustees', 'vicar', 'volunteers', 'volunteering', 'welfare', 'workforce', 'youth'],
]);

/** Whether an address looks as if several people read it: 'office@', 'head.teacher@', 'admin2@', 'reception-desk@'. */
export function looksShared(email: string): boolean {
  const name = email
    .slice(0, Math.max(email.lastIndexOf('@'), 0))
    .toLowerCase()
    .replace(/\+.*$/, '')
    .replace(/\d+$/, '');
  const parts = name.split(/[._-]+/).filter(Boolean);
  return (
    SHARED_NAMES.has(parts.join('')) ||
    (parts.length > 1 && parts.every((part) => SHARED_NAMES.has(part))) ||
    OFFICES.test(name)
  );
}

/** Parts that say so wherever they stand: 'admin.sherwood@', 'sherwood-office@'. */
const OFFICES = /(^|[._-])(admin|enquiries|info|office|reception|team)($|[._-])/;
