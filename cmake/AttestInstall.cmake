# The data that goes with the program, in the build folder and after `cmake --install`. Both have one layout, so
# that the program finds its data from where it stands itself, as ../share/attest:
#
#   PREFIX/bin/attest
#   PREFIX/libexec/attest/attest-pdf-worker        build folder: beside the program
#   PREFIX/share/attest/thesaurus/                 a copy of data/thesaurus
#   PREFIX/share/attest/starter/                   the starter collection, made from data/starter by the program
#   PREFIX/share/man/man1/attest.1
#   PREFIX/share/bash-completion/completions/attest
#   PREFIX/share/zsh/site-functions/_attest
#
# Building the one target `attest` is enough to run from the build folder and to install.
configure_file(docs/man/attest.1.in ${CMAKE_BINARY_DIR}/man/attest.1 @ONLY)

if(TARGET attest)
  set(share ${CMAKE_BINARY_DIR}/share/attest)
  file(GLOB starter_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/starter/*.json)
  file(GLOB thesaurus_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/thesaurus/*)
  # A change of the data links again, and with that makes the data again.
  set_property(TARGET attest APPEND PROPERTY LINK_DEPENDS ${starter_sources} ${thesaurus_sources})
  add_custom_command(TARGET attest POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${share}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${share}/thesaurus
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${thesaurus_sources} ${share}/thesaurus
    COMMAND attest add -c ${share}/starter ${starter_sources}
    COMMAND attest compact -c ${share}/starter
    COMMENT "Making the starter collection" VERBATIM)

  install(TARGETS attest RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  if(TARGET attest-pdf-worker)
    add_dependencies(attest attest-pdf-worker)
    install(TARGETS attest-pdf-worker RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/attest)
  endif()
  install(DIRECTORY ${share} DESTINATION ${CMAKE_INSTALL_DATADIR} PATTERN "*.lock" EXCLUDE)
endif()

install(FILES ${CMAKE_BINARY_DIR}/man/attest.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completions/attest.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME attest)
install(FILES completions/_attest DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
