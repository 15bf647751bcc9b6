extension Command {
  mutating func related() -> Int32 { 0 }
}
