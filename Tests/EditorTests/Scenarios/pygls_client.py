"""What a client made with pygls gets: every message of the server is structured by the types that
are generated from the specification's own model, and an error of the client fails the run."""

import asyncio
import os
import pathlib
import sys

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

folder = pathlib.Path(sys.argv[1]).resolve()
issue = folder / "2025-12-27.md"
TEXT = issue.read_text(encoding="utf-8")
LINES = TEXT.splitlines()


def place(words, after=0):
    """Just behind the first letter of `words`."""
    line = next(number for number, line in enumerate(LINES) if number >= after and words in line)
    return types.Position(line, LINES[line].index(words) + 1)


class Client(BaseLanguageClient):
    def __init__(self):
        super().__init__("scenario", "1")
        self.failures = []
        self.diagnostics = {}
        self.published = asyncio.Event()

    def report_server_error(self, error, source):
        self.failures.append(f"{source.__name__}: {error!r}")


def serve(client):
    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def publish(params: types.PublishDiagnosticsParams):
        client.diagnostics[params.uri, params.version] = params.diagnostics
        client.published.set()

    @client.feature(types.WORKSPACE_CONFIGURATION)
    def configuration(params: types.ConfigurationParams):
        return [{"rules": {"body/bare-site-link": "off"}} for _ in params.items]

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams):
        return None

    @client.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)
    def create(params: types.WorkDoneProgressCreateParams):
        return None

    for method in (types.WINDOW_LOG_MESSAGE, types.WINDOW_SHOW_MESSAGE, types.PROGRESS, types.LOG_TRACE):
        client.feature(method)(lambda params: None)


CAPABILITIES = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        configuration=True,
        workspace_folders=True,
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
    ),
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                code_action_kind=types.ClientCodeActionKindOptions(value_set=[types.CodeActionKind.QuickFix])
            )
        ),
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
    ),
    window=types.WindowClientCapabilities(work_done_progress=True),
    general=types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind.Utf32]
    ),
)


async def session(client):
    result = await client.initialize_async(
        types.InitializeParams(
            process_id=os.getpid(),
            capabilities=CAPABILITIES,
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="issues")],
        )
    )
    assert result.capabilities.position_encoding == types.PositionEncodingKind.Utf32
    client.initialized(types.InitializedParams())
    uri = issue.as_uri()
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, TEXT))
    )
    document = types.TextDocumentIdentifier(uri)
    name = place("OpenAI", after=10)
    slip = place("洞潜")
    above = types.Position(slip.line - 1, 0)

    # The archive has been read when its stories are found.
    while not await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="")):
        await asyncio.sleep(0.01)
    while not any(
        diagnostic.code == "body/label-typo"
        for diagnostic in client.diagnostics.get((uri, 1), [])
    ):
        client.published.clear()
        await client.published.wait()

    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert symbols[0].children, symbols
    hover = await client.text_document_hover_async(types.HoverParams(document, name))
    assert "**OpenAI**" in hover.contents.value, hover
    references = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), document, name, partial_result_token="part")
    )
    assert not references, "they came in parts before"
    references = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), document, name)
    )
    assert any(place.uri == uri for place in references)
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            document,
            types.Range(slip, slip),
            types.CodeActionContext([], only=[types.CodeActionKind.QuickFix]),
        )
    )
    assert "洞察" in actions[0].edit.document_changes[0].edits[0].new_text, actions
    for request in (
        client.text_document_folding_range_async(types.FoldingRangeParams(document)),
        client.text_document_document_link_async(types.DocumentLinkParams(document)),
        client.text_document_code_lens_async(types.CodeLensParams(document)),
        client.text_document_selection_range_async(types.SelectionRangeParams(document, [name])),
        client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document)),
        client.text_document_prepare_rename_async(types.PrepareRenameParams(document, name)),
    ):
        assert await request is not None
    edit = types.TextDocumentContentChangePartial(
        range=types.Range(above, above), text="\n再说一句 GP\n"
    )
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, uri), [edit])
    )
    completion = await client.text_document_completion_async(
        types.CompletionParams(document, types.Position(slip.line, 7))
    )
    item = next(item for item in completion.items if item.label.startswith("GPT"))
    item = await client.completion_item_resolve_async(item)
    assert item.text_edit.range.start == types.Position(slip.line, 5), item
    related = await client.workspace_execute_command_async(
        types.ExecuteCommandParams(
            "issue-lsp.relatedStories",
            [{"textDocument": {"uri": uri}, "position": {"line": slip.line, "character": 5}}],
        )
    )
    assert related is not None
    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    while (uri, None) not in client.diagnostics:
        client.published.clear()
        await client.published.wait()
    assert not client.diagnostics[uri, None]
    await client.shutdown_async(None)
    client.exit(None)


async def main():
    client = Client()
    serve(client)
    await client.start_io(sys.argv[2])
    await asyncio.wait_for(session(client), 120)
    await asyncio.wait_for(client._server.wait(), 10)
    assert client._server.returncode == 0
    assert not client.failures, client.failures
    print("ok      a session of pygls, every message structured by the specification's types")


asyncio.run(main())
