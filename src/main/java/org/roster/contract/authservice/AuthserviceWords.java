package org.roster.contract.authservice;

/**
 * A failure's sentence and its name, which in the original is that of its exception.
 *
 * @param message in Spanish, but for what the published document has in English
 */
public record AuthserviceWords(String message, String detail) {

    public static final AuthserviceWords USER_TAKEN =
            new AuthserviceWords("El nombre de usuario ya está en uso", "UserAlreadyExistsException");
    public static final AuthserviceWords EMAIL_TAKEN =
            new AuthserviceWords("El email ya está en uso por otro usuario", "UserAlreadyExistsException");
    public static final AuthserviceWords ROLE_TAKEN =
            new AuthserviceWords("El rol ya existe", "RoleAlreadyExistsException");
    public static final AuthserviceWords ROLE_ASSIGNED =
            new AuthserviceWords("El usuario ya tiene ese rol", "RoleAlreadyAssignedException");
    public static final AuthserviceWords ROLE_NOT_ASSIGNED =
            new AuthserviceWords("El usuario no tiene ese rol", "RoleNotAssignedException");
    public static final AuthserviceWords PERMISSION_ASSIGNED =
            new AuthserviceWords("El rol ya tiene ese permiso", "PermissionAlreadyAssignedException");
    public static final AuthserviceWords PERMISSION_NOT_ASSIGNED =
            new AuthserviceWords("El rol no tiene ese permiso", "PermissionNotAssignedException");
    public static final AuthserviceWords BAD_CREDENTIALS =
            new AuthserviceWords("Credenciales erróneas", "BadCredentialsException");
    public static final AuthserviceWords DISABLED = new AuthserviceWords("Cuenta deshabilitada", "DisabledException");

    static final String VALIDATION_FAILED = "Validation failed";

    static final AuthserviceWords ACCESS_DENIED = new AuthserviceWords("Access Denied", "AuthorizationDeniedException");
    static final AuthserviceWords PARAMETER_WRONG =
            new AuthserviceWords("Parámetro inválido", "MethodArgumentTypeMismatchException");
}
