# What `cmake --install` lays down: the program, the worker that reads PDF files, the starter collection, the
# thesaurus, the manual page and the completions for bash and zsh. Everything belongs to one component of the
# target `attest`, so that building that one target is enough to install.
#
#   PREFIX/bin/attest
#   PREFIX/libexec/attest/attest-pdf-worker
#   PREFIX/share/attest/                           data/ of the sources: starter collection, thesaurus
#   PREFIX/share/man/man1/attest.1
#   PREFIX/share/bash-completion/completions/attest
#   PREFIX/share/zsh/site-functions/_attest
if(TARGET attest)
  install(TARGETS attest RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  if(TARGET attest-pdf-worker)
    add_dependencies(attest attest-pdf-worker)
    install(TARGETS attest-pdf-worker RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/attest)
  endif()
endif()

if(EXISTS ${CMAKE_SOURCE_DIR}/data)
  install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/attest)
endif()

# The manual page carries the version of the program.
configure_file(docs/man/attest.1.in ${CMAKE_BINARY_DIR}/man/attest.1 @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/man/attest.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completions/attest.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME attest)
install(FILES completions/_attest DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
