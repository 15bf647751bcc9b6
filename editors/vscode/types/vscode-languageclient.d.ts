// The part of vscode-languageclient that the extension uses, as its reference describes it.

declare module 'vscode-languageclient/node' {
  import { CancellationToken, Disposable, Event, LogOutputChannel } from 'vscode'

  enum State { Stopped = 1, Running = 2, Starting = 3 }

  type WorkDoneProgress =
    | { kind: 'begin', title: string, message?: string, percentage?: number }
    | { kind: 'report', message?: string, percentage?: number }
    | { kind: 'end', message?: string }

  interface Middleware {
    executeCommand?: (
      command: string, parameters: any[], next: (command: string, parameters: any[]) => unknown) => unknown
    handleWorkDoneProgress?: (
      token: string | number,
      params: WorkDoneProgress,
      next: (token: string | number, params: WorkDoneProgress) => void) => void
    workspace?: {
      configuration?: (params: { items: { scopeUri?: string, section?: string }[] }) => unknown[]
      didChangeConfiguration?: (sections: string[] | undefined) => Promise<void>
    }
  }

  interface LanguageClientOptions {
    documentSelector?: { scheme?: string, language?: string, pattern?: string }[]
    initializationOptions?: unknown
    outputChannel?: LogOutputChannel
    middleware?: Middleware
  }

  interface Executable { command: string, args?: string[] }

  class LanguageClient {
    constructor(id: string, name: string, server: Executable, options: LanguageClientOptions)
    readonly onDidChangeState: Event<{ oldState: State, newState: State }>
    start(): Promise<void>
    stop(): Promise<void>
    isRunning(): boolean
    needsStop(): boolean
    sendRequest<T>(method: string, params: object, token?: CancellationToken): Promise<T>
    sendNotification(method: string, params: object): Promise<void>
  }
}
