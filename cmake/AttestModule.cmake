# attest_module(NAME DEPENDS modules… LIBRARIES targets…)
#
# One call in each src/ folder. It takes every *.cpp of the folder into the library attest_NAME; *_test.cpp
# into the test program NAME_test; each *_fuzz.cpp into a fuzz target of its own. A fuzz target is built in
# every developer build: under libFuzzer with ATTEST_FUZZ, otherwise with a small main that runs its seeds
# (src/NAME/seeds/<target>/*) and fixed mutations of them.
#
# Every preset but dev compiles the sources of a library several at a time (CMAKE_UNITY_BUILD), in half the
# time. So a name of a source file's own is unique in its folder; dev shows that a file includes what it uses.
#
# Tests of the modules that start threads, or promise to be safe with several, run under the thread sanitizer.
set(ATTEST_THREADED_MODULES index collection search fetch pipeline server)

function(attest_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(fuzzers ${sources})
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz|main)\\.cpp$")

  set(library attest_${name})
  if(sources)
    add_library(${library} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${library} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_link_libraries(${library} ${scope} attest_compiler)
  foreach(dependency ${ARG_DEPENDS})
    target_link_libraries(${library} ${scope} attest_${dependency})
  endforeach()
  target_link_libraries(${library} ${scope} ${ARG_LIBRARIES})

  if(NOT ATTEST_TESTS)
    return()
  endif()
  if(tests)
    add_executable(${name}_test ${tests})
    set_target_properties(${name}_test PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${name}_test PRIVATE ${library} GTest::gtest GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE
      ATTEST_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ATTEST_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data")
    add_test(NAME ${name} COMMAND ${name}_test)
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
    if(name IN_LIST ATTEST_THREADED_MODULES)
      set_tests_properties(${name} PROPERTIES LABELS threads)
    endif()
  endif()
  foreach(source ${fuzzers})
    get_filename_component(target ${source} NAME_WE)
    if(ATTEST_FUZZ)
      add_executable(${target} ${source})
      target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    else()
      add_executable(${target} ${source} ${CMAKE_SOURCE_DIR}/tests/fuzz_seed_main.cpp)
    endif()
    target_link_libraries(${target} PRIVATE ${library})
    add_test(NAME fuzz_${target} COMMAND ${target} ${CMAKE_CURRENT_SOURCE_DIR}/seeds/${target})
    if(ATTEST_FUZZ)
      set_tests_properties(fuzz_${target} PROPERTIES ENVIRONMENT "")
    endif()
    set_tests_properties(fuzz_${target} PROPERTIES TIMEOUT 300 LABELS fuzz)
  endforeach()
endfunction()
