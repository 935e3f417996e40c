import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { attachment, downloadName } from './download-name';
import { fileKindOf } from './file-kind';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const word = (more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': text('<Types/>'),
      'word/document.xml': text('<w:document/>'),
      ...more,
    }),
  );

describe('the kind of a file', () => {
  it('is what its content says, whatever it is called', async () => {
    expect(await fileKindOf(Buffer.from('%PDF-1.7\n1 0 obj\n'))).toBe('pdf');
    expect(await fileKindOf(word())).toBe('docx');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['plain words', 'hello'],
  ])('is not known of %s', async (_, content) => {
    const kind = await fileKindOf(Buffer.from(content));
    expect([null, 'xml', 'svg']).toContain(kind);
  });

  it('is not known of a document with macros, of a packed file that is no document, and of one that is cut off', async () => {
    expect(await fileKindOf(word({ 'word/vbaProject.bin': text('macro') }))).toBeNull();
    expect(await fileKindOf(Buffer.from(zipSync({ 'readme.txt': text('hello') })))).toBeNull();
    expect(await fileKindOf(word().subarray(0, 40))).toBeNull();
  });

  it('is not known of a document that would grow beyond measure', async () => {
    expect(await fileKindOf(word({ 'word/big.xml': new Uint8Array(30 * 1024 * 1024) }))).toBeNull();
  });
});

describe('the name of a download', () => {
  it.each([
    ['Slides.pptx', 'pptx', 'Slides.pptx'],
    ['evil.html', 'pdf', 'evil.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\Neglect toolkit.docx', 'docx', 'Neglect toolkit.docx'],
    ['a"b\r\nSet-Cookie: x.pdf', 'pdf', 'a b Set-Cookie x.pdf'],
    ['.htaccess', 'png', 'file.png'],
    ['Café – notes.pdf', 'pdf', 'Café – notes.pdf'],
  ])('%j becomes %s', (given, extension, name) => {
    expect(downloadName(given, extension)).toBe(name);
  });

  it('travels in letters that every browser reads, and in its own', () => {
    expect(attachment('Café – notes.pdf')).toBe(
      'attachment; filename="Cafe  notes.pdf"; filename*=UTF-8\'\'Caf%C3%A9%20%E2%80%93%20notes.pdf',
    );
  });
});
