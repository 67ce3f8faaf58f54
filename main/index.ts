import { resolve } from 'node:path';
import { app } from 'electron';
import { AppContext } from './app-context';
import { handleAlign } from './ipc/align';
import { handleChecks } from './ipc/checks';
import { handleDraft } from './ipc/draft';
import { handleDiagnostics } from './ipc/diagnostics';
import { handleExport } from './ipc/export';
import { handleGlossary } from './ipc/glossary';
import { handleImport } from './ipc/import';
import { handleProject, openSample } from './ipc/project';
import { handleRecover } from './ipc/recover';
import { handleReport } from './ipc/report';
import { handleSettings } from './ipc/settings';
import { handleStanding } from './ipc/standing';
import { handleTypology } from './ipc/typology';
import { parseLaunch, type Launch } from './launch';
import { log, startLog } from './log/log';
import { declareProtocol, serveWindow } from './protocol';
import { writeScreenshot } from './screenshot';
import { smoke, useTemporaryData } from './smoke';
import { failToStart, watchBugs } from './watch-bugs';
import { openWindow } from './window';

const launch = parseLaunch(process.argv.slice(1));
const context = new AppContext();
/** Whether it runs for a script, with nobody there to answer a question. */
const unattended = launch.screenshot !== null || launch.smoke;

watchBugs(context, unattended);
if (launch.smoke) useTemporaryData();
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

// A picture is taken, and a trial made, by an app of its own; otherwise a second start brings its file to the window that is open.
if (unattended || app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, folder) => openInWindow(parseLaunch(argv.slice(1)), folder));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openInWindow({ ...launch, projectPath: path }, '/');
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    context.putAway();
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
  serveWindow();
  handleSettings(context);
  handleProject(context);
  handleStanding(context);
  handleRecover(context);
  handleImport(context);
  handleAlign(context);
  handleExport(context);
  handleReport(context);
  handleDraft(context);
  handleTypology(context);
  handleGlossary(context);
  handleChecks(context);
  handleDiagnostics(context);
  if (launch.smoke) return smoke(context);
  const opened = launch.projectPath
    ? context.openProject(resolve(launch.projectPath))
    : launch.sample
      ? await openSample(context)
      : null;
  if (opened && !opened.ok) {
    context.startFailure = opened.failure;
    log('refused', { channel: 'start', code: opened.failure.code });
  }
  context.refreshMenu();
  context.window = openWindow();
  context.nameWindow();
  // Who comes back to the window may have been to where the files are.
  context.window.on('focus', () => context.open?.look());
  if (launch.screenshot) await takePicture(context, launch.screenshot);
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

function openInWindow(asked: Launch, folder: string): void {
  const { window } = context;
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
  if (!asked.projectPath) return;
  context.waitingPath = resolve(folder, asked.projectPath);
  context.tell('project/waiting', null);
}
