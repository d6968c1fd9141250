;; Walks over JSON text (RFC 8259, UTF-8) and notes where the wanted members of its objects lie. Everything that is no
;; right JSON gives -1, and so does what is nested too deeply, has an escape in a member's name, or more members than
;; there is room to note: `JSON.parse` is to decide then.
;;
;; A note is five numbers of 32 bits: the number of the member's name, where the value begins and ends (with quotes or
;; brackets), the index of the first note behind those of the value's own members, and whether the value is a text with
;; escapes. Members with other names, and what stands inside of lists, are checked but not noted.
;;
;; Wanted names are a table of 64 addresses, one for each value that `bucket` can have, followed by entries: the address
;; of the next entry with that value or 0, the name's number, its length in bytes, its bytes.
;;
;; Compiled into json-members-code.ts by build/wasm.ts.
(module
  (import "host" "memory" (memory 1))

  ;; End of the text. Sixteen bytes behind it may be looked at, whatever they are.
  (global $end (mut i32) (i32.const 0))
  ;; The table of names.
  (global $names (mut i32) (i32.const 0))
  ;; Where the notes begin, where the next one goes, and where their room ends.
  (global $notes (mut i32) (i32.const 0))
  (global $note (mut i32) (i32.const 0))
  (global $room (mut i32) (i32.const 0))
  ;; Whether the text that was walked over last has escapes.
  (global $escaped (mut i32) (i32.const 0))

  ;; Notes the members of the object at $from, whose text ends at $to. Returns how many notes there are.
  (func (export "members")
    (param $from i32) (param $to i32) (param $names i32) (param $notes i32) (param $room i32) (result i32)
    (call $begin (local.get $to) (local.get $names) (local.get $notes) (local.get $room))
    (call $finish (call $object (call $space (local.get $from)) (i32.const 100) (i32.const 1))))

  ;; The same for a list: each of its elements is noted, under the number -1.
  (func (export "elements")
    (param $from i32) (param $to i32) (param $names i32) (param $notes i32) (param $room i32) (result i32)
    (call $begin (local.get $to) (local.get $names) (local.get $notes) (local.get $room))
    (call $finish (call $list (local.get $from) (i32.const 100) (i32.const 1))))

  ;; Compares the $count notes at $notes with as many at $others: returns the index of the last note of the object's own
  ;; member with the name $except when all else is the same, byte for byte, and -1 when it is not.
  (func (export "repeats")
    (param $notes i32) (param $others i32) (param $count i32) (param $except i32) (result i32)
    (local $index i32)
    (local $own i32)
    (local $found i32)
    (local.set $found (i32.const -1))
    (loop $next
      (if (i32.eq (local.get $index) (local.get $count)) (then (return (local.get $found))))
      (if (i32.ne (i32.load (local.get $notes)) (i32.load (local.get $others))) (then (return (i32.const -1))))
      (if (i32.ne (i32.load offset=12 (local.get $notes)) (i32.load offset=12 (local.get $others)))
        (then (return (i32.const -1))))
      (if
        (i32.and
          (i32.eq (local.get $index) (local.get $own))
          (i32.eq (i32.load (local.get $notes)) (local.get $except)))
        (then (local.set $found (local.get $index)))
        (else
          (if (i32.eqz (call $isSameValue (local.get $notes) (local.get $others))) (then (return (i32.const -1))))))
      (if (i32.eq (local.get $index) (local.get $own))
        (then (local.set $own (i32.load offset=12 (local.get $notes)))))
      (local.set $notes (i32.add (local.get $notes) (i32.const 20)))
      (local.set $others (i32.add (local.get $others) (i32.const 20)))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br $next))
    (unreachable))

  ;; Whether two notes' values are the same. The members of objects have notes of their own.
  (func $isSameValue (param $note i32) (param $other i32) (result i32)
    (local $at i32)
    (local $otherAt i32)
    (local $size i32)
    (local $diff i32)
    (local.set $at (i32.load offset=4 (local.get $note)))
    (local.set $otherAt (i32.load offset=4 (local.get $other)))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x7b)) ;; {
      (then (return (i32.eq (i32.load8_u (local.get $otherAt)) (i32.const 0x7b)))))
    (local.set $size (i32.sub (i32.load offset=8 (local.get $note)) (local.get $at)))
    (if (i32.ne (local.get $size) (i32.sub (i32.load offset=8 (local.get $other)) (local.get $otherAt)))
      (then (return (i32.const 0))))
    (loop $next
      (local.set $diff
        (i8x16.bitmask (i8x16.ne (v128.load align=1 (local.get $at)) (v128.load align=1 (local.get $otherAt)))))
      ;; Differences after the end of the value do not matter.
      (if (i32.lt_u (local.get $size) (i32.const 16))
        (then
          (return
            (i32.eqz
              (i32.and
                (local.get $diff)
                (i32.sub (i32.shl (i32.const 1) (local.get $size)) (i32.const 1)))))))
      (if (local.get $diff) (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $otherAt (i32.add (local.get $otherAt) (i32.const 16)))
      (local.set $size (i32.sub (local.get $size) (i32.const 16)))
      (br $next))
    (unreachable))

  (func $begin (param $to i32) (param $names i32) (param $notes i32) (param $room i32)
    (global.set $end (local.get $to))
    (global.set $names (local.get $names))
    (global.set $notes (local.get $notes))
    (global.set $note (local.get $notes))
    (global.set $room (local.get $room)))

  ;; Nothing but white space may follow.
  (func $finish (param $at i32) (result i32)
    (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.const -1))))
    (if (i32.ne (call $space (local.get $at)) (global.get $end)) (then (return (i32.const -1))))
    (call $count))

  (func $count (result i32)
    (i32.div_u (i32.sub (global.get $note) (global.get $notes)) (i32.const 20)))

  ;; The number of a name; 0 when it is not wanted.
  (func $idOf (param $from i32) (param $to i32) (result i32)
    (local $size i32)
    (local $entry i32)
    (local $index i32)
    (local.set $size (i32.sub (local.get $to) (local.get $from)))
    (if (i32.eqz (local.get $size)) (then (return (i32.const 0))))
    (local.set $entry
      (i32.load
        (i32.add (global.get $names) (i32.mul (call $bucket (local.get $from) (local.get $size)) (i32.const 4)))))
    (loop $candidate
      (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
      (if (i32.eq (i32.load offset=8 (local.get $entry)) (local.get $size))
        (then
          (local.set $index (i32.const 0))
          (loop $byte
            (if (i32.eq (local.get $index) (local.get $size)) (then (return (i32.load offset=4 (local.get $entry)))))
            (if
              (i32.eq
                (i32.load8_u (i32.add (local.get $from) (local.get $index)))
                (i32.load8_u offset=12 (i32.add (local.get $entry) (local.get $index))))
              (then
                (local.set $index (i32.add (local.get $index) (i32.const 1)))
                (br $byte))))))
      (local.set $entry (i32.load (local.get $entry)))
      (br $candidate))
    (unreachable))

  ;; Of the length, the first and the last byte.
  (func $bucket (param $from i32) (param $size i32) (result i32)
    (i32.and
      (i32.add
        (i32.mul (local.get $size) (i32.const 7))
        (i32.add
          (i32.mul (i32.load8_u (local.get $from)) (i32.const 3))
          (i32.load8_u (i32.add (local.get $from) (i32.sub (local.get $size) (i32.const 1))))))
      (i32.const 63)))

  ;; All functions below take a place and return the place behind what they walked over, or -1.

  (func $space (param $at i32) (result i32)
    (local $byte i32)
    (loop $next
      (if (i32.ge_u (local.get $at) (global.get $end)) (then (return (local.get $at))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.gt_u (local.get $byte) (i32.const 0x20)) (then (return (local.get $at))))
      (if (i32.eqz (call $isSpace (local.get $byte))) (then (return (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next))
    (unreachable))

  (func $isSpace (param $byte i32) (result i32)
    (i32.or
      (i32.or (i32.eq (local.get $byte) (i32.const 0x20)) (i32.eq (local.get $byte) (i32.const 0x09)))
      (i32.or (i32.eq (local.get $byte) (i32.const 0x0d)) (i32.eq (local.get $byte) (i32.const 0x0a)))))

  ;; Whether this very byte stands there.
  (func $isAt (param $at i32) (param $byte i32) (result i32)
    (i32.and
      (i32.lt_u (local.get $at) (global.get $end))
      (i32.eq (i32.load8_u (local.get $at)) (local.get $byte))))

  ;; From behind the opening quote of a text to its closing quote. Sixteen bytes at a time, up to a quote, a backslash
  ;; or a control character.
  (func $text (param $at i32) (result i32)
    (local $bytes v128)
    (local $ends i32)
    (local $byte i32)
    (global.set $escaped (i32.const 0))
    (loop $next
      (if (i32.ge_u (local.get $at) (global.get $end)) (then (return (i32.const -1))))
      (local.set $bytes (v128.load align=1 (local.get $at)))
      (local.set $ends
        (i8x16.bitmask
          (v128.or
            (i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 0x20)))
            (v128.or
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c)))))))
      (if (i32.eqz (local.get $ends))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $next)))
      (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $ends))))
      (if (i32.ge_u (local.get $at) (global.get $end)) (then (return (i32.const -1))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 0x22)) (then (return (local.get $at))))
      (if (i32.ne (local.get $byte) (i32.const 0x5c)) (then (return (i32.const -1))))
      (global.set $escaped (i32.const 1))
      (local.set $at (call $escape (i32.add (local.get $at) (i32.const 1))))
      (br_if $next (i32.ge_s (local.get $at) (i32.const 0))))
    (i32.const -1))

  ;; From behind a backslash.
  (func $escape (param $at i32) (result i32)
    (local $byte i32)
    (local $last i32)
    (if (i32.ge_u (local.get $at) (global.get $end)) (then (return (i32.const -1))))
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.eq (local.get $byte) (i32.const 0x75)) ;; u
      (then
        (local.set $last (i32.add (local.get $at) (i32.const 4)))
        (loop $digit
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (if (i32.ge_u (local.get $at) (global.get $end)) (then (return (i32.const -1))))
          (if (i32.eqz (call $isHex (i32.load8_u (local.get $at)))) (then (return (i32.const -1))))
          (br_if $digit (i32.lt_u (local.get $at) (local.get $last))))
        (return (i32.add (local.get $at) (i32.const 1)))))
    (if (result i32) (call $isEscapable (local.get $byte))
      (then (i32.add (local.get $at) (i32.const 1)))
      (else (i32.const -1))))

  ;; One of "\/bfnrt
  (func $isEscapable (param $byte i32) (result i32)
    (i32.or
      (i32.or
        (i32.or (i32.eq (local.get $byte) (i32.const 0x22)) (i32.eq (local.get $byte) (i32.const 0x5c)))
        (i32.or (i32.eq (local.get $byte) (i32.const 0x2f)) (i32.eq (local.get $byte) (i32.const 0x62))))
      (i32.or
        (i32.or (i32.eq (local.get $byte) (i32.const 0x66)) (i32.eq (local.get $byte) (i32.const 0x6e)))
        (i32.or (i32.eq (local.get $byte) (i32.const 0x72)) (i32.eq (local.get $byte) (i32.const 0x74))))))

  (func $isHex (param $byte i32) (result i32)
    (i32.or
      (call $isDigit (local.get $byte))
      ;; Upper and lower case differ in one bit.
      (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x61)) (i32.const 6))))

  (func $isDigit (param $byte i32) (result i32)
    (i32.lt_u (i32.sub (local.get $byte) (i32.const 0x30)) (i32.const 10)))

  ;; One digit at least.
  (func $digits (param $at i32) (result i32)
    (local $from i32)
    (local.set $from (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (global.get $end)))
        (br_if $done (i32.eqz (call $isDigit (i32.load8_u (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (select (i32.const -1) (local.get $at) (i32.eq (local.get $at) (local.get $from))))

  (func $number (param $at i32) (result i32)
    (if (call $isAt (local.get $at) (i32.const 0x2d)) ;; -
      (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
    (if (call $isAt (local.get $at) (i32.const 0x30)) ;; a zero stands alone
      (then (local.set $at (i32.add (local.get $at) (i32.const 1))))
      (else
        (local.set $at (call $digits (local.get $at)))
        (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.const -1))))))
    (if (call $isAt (local.get $at) (i32.const 0x2e)) ;; .
      (then
        (local.set $at (call $digits (i32.add (local.get $at) (i32.const 1))))
        (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.const -1))))))
    (if (i32.or (call $isAt (local.get $at) (i32.const 0x65)) (call $isAt (local.get $at) (i32.const 0x45))) ;; e E
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (if (i32.or (call $isAt (local.get $at) (i32.const 0x2b)) (call $isAt (local.get $at) (i32.const 0x2d))) ;; + -
          (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
        (local.set $at (call $digits (local.get $at)))))
    (local.get $at))

  ;; true, false or null: four letters at $at, as one number
  (func $word (param $at i32) (param $letters i32) (result i32)
    (if (result i32)
      (i32.and
        (i32.le_u (i32.add (local.get $at) (i32.const 4)) (global.get $end))
        (i32.eq (i32.load align=1 (local.get $at)) (local.get $letters)))
      (then (i32.add (local.get $at) (i32.const 4)))
      (else (i32.const -1))))

  ;; $isNoted: of an object, the members are noted.
  (func $value (param $at i32) (param $depth i32) (param $isNoted i32) (result i32)
    (local $byte i32)
    (if (i32.ge_u (local.get $at) (global.get $end)) (then (return (i32.const -1))))
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.eq (local.get $byte) (i32.const 0x22)) ;; "
      (then
        (local.set $at (call $text (i32.add (local.get $at) (i32.const 1))))
        (return
          (select (i32.const -1) (i32.add (local.get $at) (i32.const 1)) (i32.lt_s (local.get $at) (i32.const 0))))))
    (if (i32.eq (local.get $byte) (i32.const 0x7b)) ;; {
      (then (return (call $object (local.get $at) (local.get $depth) (local.get $isNoted)))))
    (if (i32.eq (local.get $byte) (i32.const 0x5b)) ;; [
      (then (return (call $list (local.get $at) (local.get $depth) (i32.const 0)))))
    (if (i32.eq (local.get $byte) (i32.const 0x74)) ;; true
      (then (return (call $word (local.get $at) (i32.const 0x65757274)))))
    (if (i32.eq (local.get $byte) (i32.const 0x66)) ;; f, alse
      (then (return (call $word (i32.add (local.get $at) (i32.const 1)) (i32.const 0x65736c61)))))
    (if (i32.eq (local.get $byte) (i32.const 0x6e)) ;; null
      (then (return (call $word (local.get $at) (i32.const 0x6c6c756e)))))
    (call $number (local.get $at)))

  (func $object (param $at i32) (param $depth i32) (param $isNoted i32) (result i32)
    (local $name i32)
    (local $id i32)
    (if (i32.eqz (local.get $depth)) (then (return (i32.const -1))))
    (if (i32.eqz (call $isAt (local.get $at) (i32.const 0x7b))) (then (return (i32.const -1)))) ;; {
    (local.set $at (call $space (i32.add (local.get $at) (i32.const 1))))
    (if (call $isAt (local.get $at) (i32.const 0x7d)) (then (return (i32.add (local.get $at) (i32.const 1))))) ;; }
    (loop $next
      (if (i32.eqz (call $isAt (local.get $at) (i32.const 0x22))) (then (return (i32.const -1)))) ;; "
      (local.set $name (i32.add (local.get $at) (i32.const 1)))
      (local.set $at (call $text (local.get $name)))
      (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.const -1))))
      (local.set $id (i32.const 0))
      (if (local.get $isNoted)
        (then
          (if (global.get $escaped) (then (return (i32.const -1))))
          (local.set $id (call $idOf (local.get $name) (local.get $at)))))
      (local.set $at (call $space (i32.add (local.get $at) (i32.const 1))))
      (if (i32.eqz (call $isAt (local.get $at) (i32.const 0x3a))) (then (return (i32.const -1)))) ;; :
      (local.set $at (call $space (i32.add (local.get $at) (i32.const 1))))
      (local.set $at (call $member (local.get $at) (local.get $depth) (local.get $id)))
      (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.const -1))))
      (local.set $at (call $space (local.get $at)))
      (if (call $isAt (local.get $at) (i32.const 0x7d)) (then (return (i32.add (local.get $at) (i32.const 1))))) ;; }
      (if (i32.eqz (call $isAt (local.get $at) (i32.const 0x2c))) (then (return (i32.const -1)))) ;; ,
      (local.set $at (call $space (i32.add (local.get $at) (i32.const 1))))
      (br $next))
    (unreachable))

  (func $list (param $at i32) (param $depth i32) (param $isNoted i32) (result i32)
    (if (i32.eqz (local.get $depth)) (then (return (i32.const -1))))
    (if (i32.eqz (call $isAt (local.get $at) (i32.const 0x5b))) (then (return (i32.const -1)))) ;; [
    (local.set $at (call $space (i32.add (local.get $at) (i32.const 1))))
    (if (call $isAt (local.get $at) (i32.const 0x5d)) (then (return (i32.add (local.get $at) (i32.const 1))))) ;; ]
    (loop $element
      (local.set $at
        (call $member (local.get $at) (local.get $depth) (select (i32.const -1) (i32.const 0) (local.get $isNoted))))
      (if (i32.lt_s (local.get $at) (i32.const 0)) (then (return (i32.const -1))))
      (local.set $at (call $space (local.get $at)))
      (if (call $isAt (local.get $at) (i32.const 0x5d)) (then (return (i32.add (local.get $at) (i32.const 1))))) ;; ]
      (if (i32.eqz (call $isAt (local.get $at) (i32.const 0x2c))) (then (return (i32.const -1)))) ;; ,
      (local.set $at (call $space (i32.add (local.get $at) (i32.const 1))))
      (br $element))
    (unreachable))

  ;; A value of an object or a list that is one level up. It is noted under this number, unless that is 0.
  (func $member (param $at i32) (param $depth i32) (param $id i32) (result i32)
    (local $note i32)
    (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
    (if (i32.eqz (local.get $id))
      (then (return (call $value (local.get $at) (local.get $depth) (i32.const 0)))))
    (local.set $note (global.get $note))
    (global.set $note (i32.add (local.get $note) (i32.const 20)))
    (if (i32.gt_u (global.get $note) (global.get $room)) (then (return (i32.const -1))))
    (i32.store (local.get $note) (local.get $id))
    (i32.store offset=4 (local.get $note) (local.get $at))
    (global.set $escaped (i32.const 0))
    (local.set $at (call $value (local.get $at) (local.get $depth) (i32.const 1)))
    (i32.store offset=8 (local.get $note) (local.get $at))
    (i32.store offset=12 (local.get $note) (call $count))
    (i32.store offset=16 (local.get $note) (global.get $escaped))
    (local.get $at))
)
