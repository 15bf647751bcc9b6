print("issue-lsp-benchmark")
