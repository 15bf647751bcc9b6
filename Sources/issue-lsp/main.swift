print("issue-lsp")
