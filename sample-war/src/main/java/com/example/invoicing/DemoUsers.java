package com.example.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Who may log in: clerk, auditor and ops, each in the role of the same name and with their name for
 * a password. For a demonstration only.
 */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "invoicing")
public class DemoUsers implements IdentityStore {

  private static final Set<String> NAMES = Set.of("clerk", "auditor", "ops");

  public CredentialValidationResult validate(UsernamePasswordCredential login) {
    String name = login.getCaller();
    return NAMES.contains(name) && login.compareTo(name, name)
        ? new CredentialValidationResult(name, Set.of(name))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
