# Compiler settings shared by every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Every program in one folder, the worker beside the program that starts it.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(ATTEST_CCACHE ccache)
if(ATTEST_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ATTEST_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${ATTEST_CCACHE})
endif()

# A developer build links some hundred test programs: mold, where there is one, takes a fraction of the time.
if(ATTEST_TESTS)
  find_program(ATTEST_MOLD mold)
  if(ATTEST_MOLD)
    add_link_options(-fuse-ld=mold)
  endif()
endif()

add_library(attest_compiler INTERFACE)
target_compile_options(attest_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives of these inside the standard library when optimising.
  target_compile_options(attest_compiler INTERFACE -Wno-restrict -Wno-maybe-uninitialized
    -Wno-stringop-overflow -Wno-array-bounds -Wno-dangling-pointer)
  if(CMAKE_UNITY_BUILD)
    # Files share one translation unit there: a local that bears the name of another file's constant shadows
    # nothing that its reader can see. The dev build, file by file, still refuses every shadow.
    target_compile_options(attest_compiler INTERFACE -Wno-shadow -Wshadow=local)
  endif()
endif()
target_compile_definitions(attest_compiler INTERFACE ATTEST_VERSION="${PROJECT_VERSION}")
target_include_directories(attest_compiler INTERFACE ${CMAKE_SOURCE_DIR}/src)

if(ATTEST_SANITIZE)
  target_compile_options(attest_compiler INTERFACE -fsanitize=${ATTEST_SANITIZE}
    -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(attest_compiler INTERFACE -fsanitize=${ATTEST_SANITIZE})
endif()
if(ATTEST_FUZZ)
  target_compile_options(attest_compiler INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(attest_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()
