# Writes the bytes of INPUT as a C array SYMBOL with its length SYMBOL_size into OUTPUT. Run by samskap_embed.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(................................................................................)" "\\1\n"
                     bytes "${bytes}")
file(
  WRITE ${OUTPUT}
  "#include <stddef.h>\n\nextern const unsigned char ${SYMBOL}[];\nextern const size_t ${SYMBOL}_size;\n\n"
  "const unsigned char ${SYMBOL}[] = {\n${bytes}\n0x00};\nconst size_t ${SYMBOL}_size = sizeof(${SYMBOL}) - 1;\n")
