/** E-mail domains that say nothing of whom a person works for: given to anybody, or shared by many organisations. */
export const PUBLIC_DOMAINS: ReadonlySet<string> = new Set([
  ...['aol.com', 'aol.co.uk', 'blueyonder.co.uk', 'btconnect.com', 'btinternet.com', 'btopenworld.com', 'duck.com'],
  ...['fastmail.com', 'fastmail.co.uk', 'fsmail.net', 'gmail.com', 'googlemail.com', 'gmx.com', 'gmx.co.uk'],
  ...['hotmail.com', 'hotmail.co.uk', 'hey.com', 'icloud.com', 'live.com', 'live.co.uk', 'mac.com', 'mail.com'],
  ...['me.com', 'msn.com', 'ntlworld.com', 'o2.co.uk', 'orange.net', 'outlook.com', 'outlook.co.uk', 'pm.me'],
  ...['plus.com', 'proton.me', 'protonmail.com', 'rocketmail.com', 'sky.com', 'talktalk.net', 'tiscali.co.uk'],
  ...['tutanota.com', 'tuta.io', 'virgin.net', 'virginmedia.com', 'wanadoo.co.uk', 'yahoo.com', 'yahoo.co.uk'],
  ...['yandex.com', 'ymail.com', 'zoho.com', 'zoho.eu'],
  // Shared by many organisations of one kind.
  ...['cjsm.net', 'lgfl.net', 'nhs.net', 'nhs.uk', 'gov.uk', 'gov.wales', 'sch.uk', 'police.uk', 'org.uk', 'ac.uk'],
]);

/** Whether an address of this domain could be anybody's, or anybody's of a whole sector. */
export function isPublicDomain(domain: string): boolean {
  return PUBLIC_DOMAINS.has(domain.toLowerCase());
}
