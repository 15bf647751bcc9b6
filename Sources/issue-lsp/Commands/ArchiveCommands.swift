extension Command {
  mutating func related() -> Int32 { 0 }
  mutating func frontMatter() -> Int32 { 0 }
}
