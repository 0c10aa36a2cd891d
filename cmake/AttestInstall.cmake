# The data that goes with the program, in the build folder and after `cmake --install`. Both have one layout,
# so that the program finds its data from where it stands itself, as ../share/attest:
#
#   PREFIX/bin/attest
#   PREFIX/libexec/attest/attest-pdf-worker        laid down by src/parse
#   PREFIX/share/attest/thesaurus/                 a copy of data/thesaurus
#   PREFIX/share/attest/starter/                   the starter collection, made from data/starter by the
# program
#   PREFIX/share/man/man1/attest.1
#   PREFIX/share/bash-completion/completions/attest
#   PREFIX/share/zsh/site-functions/_attest
#
# Building the one target `attest` is enough to run from the build folder and to install:
# src/cli/CMakeLists.txt makes
# the data after linking.
configure_file(docs/man/attest.1.in ${CMAKE_BINARY_DIR}/man/attest.1 @ONLY)

if(TARGET attest)
  install(TARGETS attest RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(DIRECTORY ${CMAKE_BINARY_DIR}/share/attest DESTINATION ${CMAKE_INSTALL_DATADIR} PATTERN "*.lock"
    EXCLUDE)
endif()

install(FILES ${CMAKE_BINARY_DIR}/man/attest.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completions/attest.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME attest)
install(FILES completions/_attest DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
