// The part of the editor's API that the extension uses, as its reference describes it.

declare module 'vscode' {
  interface Disposable { dispose(): unknown }
  type Event<T> = (listener: (event: T) => unknown) => Disposable
  class EventEmitter<T> {
    readonly event: Event<T>
    fire(data: T): void
    dispose(): void
  }

  interface CancellationToken { readonly isCancellationRequested: boolean }
  class CancellationTokenSource {
    readonly token: CancellationToken
    cancel(): void
    dispose(): void
  }

  class Position {
    constructor(line: number, character: number)
    readonly line: number
    readonly character: number
  }
  class Range {
    constructor(start: Position, end: Position)
    constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number)
    readonly start: Position
    readonly end: Position
  }
  class Selection extends Range {
    constructor(anchor: Position, active: Position)
    readonly active: Position
  }
  class Uri {
    static parse(value: string): Uri
    static file(path: string): Uri
    readonly fsPath: string
    readonly scheme: string
    toString(): string
  }

  interface TextDocument {
    readonly uri: Uri
    readonly languageId: string
    readonly version: number
    getText(range?: Range): string
  }
  interface TextEditor {
    readonly document: TextDocument
    selection: Selection
  }
  interface TextDocumentShowOptions {
    preserveFocus?: boolean
    preview?: boolean
    selection?: Range
    viewColumn?: ViewColumn
  }
  enum ViewColumn { Active = -1, Beside = -2 }

  class MarkdownString {
    constructor(value?: string)
    appendText(value: string): MarkdownString
    readonly value: string
  }
  class ThemeColor { constructor(id: string) }
  class ThemeIcon { constructor(id: string) }

  interface Command { command: string, title: string, arguments?: unknown[] }
  class TreeItem {
    constructor(label: string)
    description?: string
    tooltip?: string | MarkdownString
    iconPath?: ThemeIcon
    contextValue?: string
    command?: Command
  }
  interface TreeDataProvider<T> {
    readonly onDidChangeTreeData?: Event<T | undefined>
    getTreeItem(element: T): TreeItem
    getChildren(element?: T): T[]
  }
  interface TreeView extends Disposable {
    description?: string
    message?: string
    readonly visible: boolean
    readonly onDidChangeVisibility: Event<{ readonly visible: boolean }>
  }

  interface StatusBarItem extends Disposable {
    name?: string
    text: string
    tooltip?: string
    command?: string
    backgroundColor?: ThemeColor
    show(): void
    hide(): void
  }
  enum StatusBarAlignment { Left = 1, Right = 2 }
  interface LogOutputChannel extends Disposable {
    error(message: string): void
    show(): void
  }
  interface QuickPickItem { label: string, description?: string }

  namespace window {
    const activeTextEditor: TextEditor | undefined
    const onDidChangeActiveTextEditor: Event<TextEditor | undefined>
    const onDidChangeTextEditorSelection: Event<{ readonly textEditor: TextEditor }>
    function createOutputChannel(name: string, options: { log: true }): LogOutputChannel
    function createStatusBarItem(id: string, alignment: StatusBarAlignment, priority: number): StatusBarItem
    function createTreeView<T>(id: string, options: { treeDataProvider: TreeDataProvider<T> }): TreeView
    function showTextDocument(uri: Uri, options?: TextDocumentShowOptions): Promise<TextEditor>
    function showInputBox(options: { prompt: string }): Promise<string | undefined>
    function showQuickPick<T extends QuickPickItem>(
      items: T[],
      options: {
        title?: string
        matchOnDescription?: boolean
        onDidSelectItem?: (item: QuickPickItem | string) => void
      }): Promise<T | undefined>
    function showInformationMessage(message: string, ...items: string[]): Promise<string | undefined>
    function showWarningMessage(message: string, ...items: string[]): Promise<string | undefined>
    function showErrorMessage(message: string, ...items: string[]): Promise<string | undefined>
  }

  interface WorkspaceFolder { readonly uri: Uri, readonly name: string }
  interface WorkspaceConfiguration {
    get<T>(section: string, fallback: T): T
    get(section: string): unknown
    inspect(section: string): {
      [scope: string]: unknown
      globalValue?: unknown
      workspaceValue?: unknown
      workspaceFolderValue?: unknown
    } | undefined
  }
  namespace workspace {
    const isTrusted: boolean
    const workspaceFolders: readonly WorkspaceFolder[] | undefined
    const onDidChangeConfiguration: Event<{ affectsConfiguration(section: string): boolean }>
    const onDidChangeTextDocument: Event<{ readonly document: TextDocument }>
    const onDidSaveTextDocument: Event<TextDocument>
    function getConfiguration(section: string): WorkspaceConfiguration
    function getWorkspaceFolder(uri: Uri): WorkspaceFolder | undefined
  }

  namespace commands {
    function registerCommand(id: string, callback: (...parameters: any[]) => unknown): Disposable
    function executeCommand(id: string, ...parameters: unknown[]): Promise<unknown>
  }

  namespace env {
    const language: string
    function openExternal(uri: Uri): Promise<boolean>
  }

  namespace l10n {
    function t(message: string, ...values: (string | number)[]): string
  }

  interface TaskDefinition { readonly type: string, readonly [name: string]: any }
  enum TaskScope { Global = 1, Workspace = 2 }
  enum TaskRevealKind { Always = 1, Silent = 2, Never = 3 }
  class ProcessExecution { constructor(process: string, parameters: string[], options?: { cwd?: string }) }
  class Task {
    constructor(
      definition: TaskDefinition,
      scope: WorkspaceFolder | TaskScope,
      name: string,
      source: string,
      execution: ProcessExecution,
      problemMatchers: string[])
    readonly definition: TaskDefinition
    readonly scope?: WorkspaceFolder | TaskScope
    presentationOptions: { reveal?: TaskRevealKind, clear?: boolean }
  }
  namespace tasks {
    function registerTaskProvider(
      type: string,
      provider: {
        provideTasks(): (Task | undefined)[]
        resolveTask(task: Task): Task | undefined
      }): Disposable
    function executeTask(task: Task): Promise<unknown>
  }

  interface ExtensionContext {
    readonly extensionPath: string
    readonly subscriptions: Disposable[]
  }
}
