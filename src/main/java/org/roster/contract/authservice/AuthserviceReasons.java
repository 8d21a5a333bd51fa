package org.roster.contract.authservice;

import jakarta.ws.rs.core.Response.Status;
import org.roster.refusal.Reason;

/** The directory's reasons in the statuses and words of the contract. */
final class AuthserviceReasons {

    private AuthserviceReasons() {}

    static Status status(Reason reason) {
        return switch (reason) {
            case TENANT_UNKNOWN,
                    USER_UNKNOWN,
                    GROUP_UNKNOWN,
                    APPLICATION_UNKNOWN,
                    API_KEY_UNKNOWN,
                    PERMISSION_UNKNOWN,
                    GUEST_UNKNOWN -> Status.NOT_FOUND;
            case TENANT_FOREIGN, RIGHTS_EXCEEDED -> Status.FORBIDDEN;
            case TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    USERNAME_TAKEN,
                    EMAIL_TAKEN,
                    GROUP_CODE_TAKEN,
                    APPLICATION_IN_USE,
                    APPLICATION_NAME_TAKEN,
                    CLIENT_ID_TAKEN,
                    ID_TAKEN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    GUEST_ALREADY,
                    PIN_TAKEN,
                    VERSION_STALE -> Status.CONFLICT;
            case VALUE_INVALID, PASSWORD_TOO_WEAK, PASSWORD_WRONG, CURSOR_INVALID, ONE_TIME_TOKEN_INVALID ->
                Status.BAD_REQUEST;
            case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
            case OVERLOADED, UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
        };
    }

    /** @param method a taken address has other words for a new user than for a changed one */
    static AuthserviceWords words(Reason reason, String method) {
        return switch (reason) {
            case USER_UNKNOWN -> words("Usuario no encontrado", "UserNotFoundException");
            case USERNAME_TAKEN, EMAIL_TAKEN ->
                method.equals("PUT") ? AuthserviceWords.EMAIL_TAKEN : AuthserviceWords.USER_TAKEN;
            case GROUP_UNKNOWN -> words("Rol no encontrado", "RoleNotFoundException");
            case GROUP_CODE_TAKEN -> AuthserviceWords.ROLE_TAKEN;
            case PERMISSION_UNKNOWN -> words("Permiso no encontrado", "PermissionNotFoundException");
            case PERMISSION_NAME_TAKEN -> words("El permiso ya existe", "PermissionAlreadyExistsException");
            case PERMISSION_IN_USE -> words("El permiso está en uso", "PermissionInUseException");
            case APPLICATION_UNKNOWN -> words("Módulo no encontrado", "ModuleNotFoundException");
            case APPLICATION_NAME_TAKEN, CLIENT_ID_TAKEN ->
                words("El módulo ya existe", "ModuleAlreadyExistsException");
            case APPLICATION_IN_USE -> words("El módulo está en uso", "ModuleInUseException");
            case API_KEY_UNKNOWN -> words("Clave de API no encontrada", "ApiKeyNotFoundException");
            case TENANT_UNKNOWN -> words("Inquilino no encontrado", "TenantNotFoundException");
            case TENANT_CODE_TAKEN -> words("El inquilino ya existe", "TenantAlreadyExistsException");
            case TENANT_IN_USE -> words("El inquilino está en uso", "TenantInUseException");
            case TENANT_FOREIGN, RIGHTS_EXCEEDED -> AuthserviceWords.ACCESS_DENIED;
            case ID_TAKEN -> words("El identificador ya está en uso", "IdAlreadyExistsException");
            case VERSION_STALE ->
                words("El recurso fue modificado por otra solicitud", "OptimisticLockingFailureException");
            case GUEST_UNKNOWN -> words("El usuario no es invitado", "GuestNotFoundException");
            case GUEST_ALREADY -> words("El usuario ya es invitado", "GuestAlreadyExistsException");
            case PIN_TAKEN -> words("El pin ya está en uso", "PinAlreadyExistsException");
            case PASSWORD_WRONG -> words("La contraseña actual es incorrecta", "BadCredentialsException");
            case CURSOR_INVALID -> AuthserviceWords.PARAMETER_WRONG;
            case ONE_TIME_TOKEN_INVALID -> words("El token no es válido", "InvalidTokenException");
            case VALUE_INVALID, PASSWORD_TOO_WEAK ->
                words(AuthserviceWords.VALIDATION_FAILED, "MethodArgumentNotValidException");
            case RATE_LIMITED -> words("Demasiados intentos, inténtelo más tarde", "TooManyRequestsException");
            case OVERLOADED, UNAVAILABLE ->
                words("Servicio no disponible, inténtelo más tarde", "ServiceUnavailableException");
        };
    }

    private static AuthserviceWords words(String message, String detail) {
        return new AuthserviceWords(message, detail);
    }
}
