extension Command {
  mutating func outline() -> Int32 { 0 }
  mutating func names() -> Int32 { 0 }
  mutating func mentions() -> Int32 { 0 }
  mutating func related() -> Int32 { 0 }
  mutating func tree() -> Int32 { 0 }
  mutating func frontMatter() -> Int32 { 0 }
}
