import { PROBLEMS, type ProblemView } from '@roundtable/contracts';
import { HttpError } from 'react-admin';

const UNREACHABLE = 'We could not reach the service. Check your connection, then try again.';

function problemOf(text: string): ProblemView {
  try {
    return JSON.parse(text) as ProblemView;
  } catch {
    return { code: 'server.failed', status: 500, title: PROBLEMS['server.failed'][1] };
  }
}

/** Uploads a file, saying as it goes which share of it has gone (0 to 1). Fetch cannot tell, so this is the older way. */
export function sendFile<Answer>(path: string, file: File, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new HttpError(UNREACHABLE, 0));
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as Answer);
      const problem = problemOf(request.responseText);
      return reject(new HttpError(problem.title, request.status, problem));
    };
    request.send(body);
  });
}
