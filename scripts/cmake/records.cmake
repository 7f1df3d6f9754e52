# The records: structs, enums and tables made of schema/ by scripts/generate, into generated/records/. Whoever links
# `records` gets the headers and waits until they are made; the tables (RECORDS_SHAPES) are for protocol alone.
find_program(NODE node REQUIRED)
set(generated ${CMAKE_BINARY_DIR}/generated)
file(GLOB schemas CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/schema/*.json ${CMAKE_SOURCE_DIR}/schema/rounds/*.json)
file(GLOB generator CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scripts/generator/*.mjs)
set(records_headers)
foreach(header types event entity house request shapes)
  list(APPEND records_headers ${generated}/records/${header}.h)
endforeach()
set(RECORDS_SHAPES ${generated}/records/shapes.c)

add_custom_command(
  OUTPUT ${records_headers} ${RECORDS_SHAPES} ${generated}/types.ts ${generated}/wire.ts
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/generator/main.mjs ${generated} ${CMAKE_SOURCE_DIR}/schema
  DEPENDS ${schemas} ${generator}
  COMMENT "Generating records from schema/"
  VERBATIM)
add_custom_target(records_generated DEPENDS ${records_headers} ${RECORDS_SHAPES})

add_library(records INTERFACE)
target_include_directories(records INTERFACE ${generated} ${CMAKE_SOURCE_DIR}/server)
target_link_libraries(records INTERFACE base)
add_dependencies(records records_generated)
