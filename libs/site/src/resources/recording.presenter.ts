import { paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';

export interface RecordingPage extends PageModel {
  /** Where the button leads for whoever has a place: that they opened it is noted. */
  action: string | null;
  /** Where everybody else goes at once. */
  url: string | null;
}

export interface OpenRecordingPage extends PageModel {
  url: string;
}

export function recordingPage(recording: { id: string; title: string }, url: string, hasPlace: boolean): RecordingPage {
  return {
    title: recording.title,
    section: hasPlace ? 'mine' : 'find',
    isPersonal: true,
    action: hasPlace ? paths.recording({ id: recording.id }) : null,
    url: hasPlace ? null : url,
  };
}

export function openRecordingPage(title: string, url: string): OpenRecordingPage {
  return { title, section: 'mine', isPersonal: true, url };
}
