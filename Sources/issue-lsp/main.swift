import Platform

exitProcess(run(Array(CommandLine.arguments.dropFirst())))
