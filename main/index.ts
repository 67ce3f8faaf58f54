import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import { AppContext } from './app/app-context';
import { backupFolder } from './app/backup-folder';
import { handleAlign } from './ipc/align';
import { handleChecks } from './ipc/checks';
import { handleDraft } from './ipc/draft';
import { handleDiagnostics } from './ipc/diagnostics';
import { handleExport } from './ipc/export';
import { handleGlossary } from './ipc/glossary';
import { handleImport } from './ipc/import';
import { handleMenu, showMenu } from './ipc/menu';
import { handleMerge } from './ipc/merge';
import { openSample } from './app/open-sample';
import { handleProject } from './ipc/project';
import { handleRecover } from './ipc/recover';
import { handleReport } from './ipc/report';
import { handleSaid } from './ipc/said';
import { handleSearch } from './ipc/search';
import { handleSettings } from './ipc/settings';
import { handleStanding } from './ipc/standing';
import { handleTypology } from './ipc/typology';
import type { Failure } from '../shared/model/failure';
import { parseLaunch, type Launch } from './app/launch';
import { log, logError, startLog } from './system/log/log';
import { forbidCalls } from './app/no-calls';
import { foldersIn } from './project/backups';
import { declareProtocol, serveWindow } from './system/protocol';
import { writeScreenshot } from './app/screenshot';
import { shownPicture } from './ipc/shown-picture';
import { settings, writeSettings } from './system/settings';
import { smoke, useTemporaryData } from './app/smoke';
import { removeUnfinished } from './system/unfinished';
import { failToStart, watchBugs } from './app/watch-bugs';
import { openWindow } from './app/window';

const launch = parseLaunch(process.argv.slice(1));
const context = new AppContext();
/** Whether it runs for a script, with nobody there to answer a question. */
const unattended = launch.screenshot !== null || launch.smoke;

watchBugs(context, unattended);
// A picture is taken while the person may have the app open: it has data of its own.
if (unattended) useTemporaryData();
startLog();

// Triptych works on unpublished texts: nothing in it has any business on the network.
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('no-proxy-server');
// No name leads anywhere, whoever asks for it.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess');
// A PDF names this as what it was made with: otherwise it would tell of the computer.
app.userAgentFallback = 'Triptych';
declareProtocol();
forbidCalls();

// A picture is taken, and a trial made, by an app of its own; otherwise a second start brings its file to the window that is open.
if (unattended || app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, folder) => openInWindow(parseLaunch(argv.slice(1)), folder));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openInWindow({ projectPath: path, failure: null }, '/');
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    context.putAway();
    writeSettings();
    log('end');
  });
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => failToStart(context, error, unattended));
} else {
  app.quit();
}

async function start(): Promise<void> {
  serveWindow(async (hash) => shownPicture(hash, (await context.open?.picture(hash)) ?? null));
  handleSettings(context);
  handleMenu(context);
  handleProject(context);
  handleMerge(context);
  handleStanding(context);
  handleRecover(context);
  handleImport(context);
  handleAlign(context);
  handleExport(context);
  handleReport(context);
  handleSaid(context);
  handleSearch();
  handleDraft(context);
  handleTypology(context);
  handleGlossary(context);
  handleChecks(context);
  handleDiagnostics(context);
  if (launch.smoke) return smoke(context);
  context.startFailure = await openAtStart();
  if (context.startFailure) log('refused', { channel: 'start', code: context.startFailure.code });
  showMenu(context, null);
  context.window = openWindow();
  context.nameWindow();
  // Who comes back to the window may have been to where the files are.
  context.window.on('focus', () => context.open?.look());
  if (launch.screenshot) await takePicture(context, launch.screenshot);
  await removeUnfinished(workFolders());
}

/** Opens what the start asks for; why it could not be opened, if so. The window comes in any case. */
async function openAtStart(): Promise<Failure | null> {
  const { projectPath, sample, failure } = launch;
  if (failure || (projectPath === null && !sample)) return failure;
  try {
    const opened =
      projectPath === null ? await openSample(context) : await context.openProject(resolve(projectPath));
    return opened.ok ? null : opened.failure;
  } catch (error) {
    logError('bug', error, { channel: 'start' });
    return { code: 'projectNotOpened', params: { path: projectPath ?? '' } };
  }
}

/** Where a run that was killed may have left a draft. */
function workFolders(): readonly string[] {
  const { recent, exportFolder } = settings();
  const [data, documents] = [app.getPath('userData'), app.getPath('documents')];
  return [
    ...[data, join(data, 'sample'), documents, join(documents, 'Triptych')],
    ...(exportFolder === '' ? [] : [exportFolder]),
    ...recent.map(({ path }) => dirname(path)),
    ...foldersIn(backupFolder()),
  ];
}

async function takePicture({ window }: AppContext, path: string): Promise<void> {
  if (!window) return;
  const written = await writeScreenshot(window, resolve(path)).then(
    () => true,
    (error: unknown) => {
      console.error(error);
      return false;
    },
  );
  app.exit(written ? 0 : 1);
}

function openInWindow(asked: Pick<Launch, 'projectPath' | 'failure'>, folder: string): void {
  const { window } = context;
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
  if (asked.failure) context.tell('start/refused', asked.failure);
  if (!asked.projectPath) return;
  context.waitingPath = resolve(folder, asked.projectPath);
  context.tell('project/waiting', null);
}
