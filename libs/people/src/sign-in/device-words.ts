/** What a browser says of itself, from the most particular to the most general: many call themselves Chrome and Safari too. */
const BROWSERS: [mark: RegExp, name: string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];

const SYSTEMS: [mark: RegExp, name: string][] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bMacintosh\b|\bMac OS X\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

const nameOf = (marks: [RegExp, string][], text: string): string | null =>
  marks.find(([mark]) => mark.test(text))?.[1] ?? null;

/** A device in plain words, from the User-Agent header: 'Firefox on Windows'. Nothing of the header itself is kept. */
export function deviceWords(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const [browser, system] = [nameOf(BROWSERS, text), nameOf(SYSTEMS, text)];
  if (browser && system) return `${browser} on ${system}`;
  if (system) return `A device with ${system.replace(/^an? /, '')}`;
  return browser ?? 'A device we do not know';
}
