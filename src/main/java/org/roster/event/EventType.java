package org.roster.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of events: every type that there is. What is not in it cannot be announced, and {@code docs/events.md} lists
 * the same, which a test checks.
 */
public enum EventType {
    TENANT_CREATED("tenant.created", "a tenant was made"),
    TENANT_UPDATED("tenant.updated", "a tenant was changed"),
    TENANT_DELETED("tenant.deleted", "a tenant was removed"),
    TENANT_SIGNED_OUT("tenant.signed_out", "all sessions of all users of a tenant were ended"),
    TENANT_PASSWORD_POLICY_CHANGED("tenant.password_policy_changed", "what a tenant asks of passwords was changed"),
    TENANT_LOG_IN_FAILED(
            "tenant.log_in_failed",
            "a name or a pin was tried that is nobody's, or more wrong tries than are told one by one"),
    AUDIT_PRUNED("audit.pruned", "events up to a place were let go, being older than they are kept"),
    USER_CREATED("user.created", "a user was added"),
    USER_UPDATED("user.updated", "a user was changed"),
    USER_DELETED("user.deleted", "a user was removed"),
    USER_ERASED("user.erased", "a user was removed and blotted out of the trail"),
    USER_EXPORTED("user.exported", "all that is known of a user was read"),
    USER_JOINED("user.joined", "a user joined a group"),
    USER_LEFT("user.left", "a user left a group"),
    USER_ASSIGNED("user.assigned", "an application was assigned to a user"),
    USER_UNASSIGNED("user.unassigned", "an application was taken from a user"),
    USER_INVITED("user.invited", "a user of another tenant became a guest"),
    USER_REGROUPED("user.regrouped", "a guest was put into other groups"),
    USER_UNINVITED("user.uninvited", "a user is no longer a guest"),
    USER_ONE_TIME_TOKEN_ISSUED("user.one_time_token_issued", "a token was made that is good once"),
    USER_ONE_TIME_TOKEN_REDEEMED("user.one_time_token_redeemed", "such a token was used"),
    USER_ONE_TIME_TOKEN_REFUSED("user.one_time_token_refused", "such a token was not known, used before, or too old"),
    USER_PASSWORD_RESET("user.password_reset", "a password was set with such a token"),
    USER_PIN_SET("user.pin_set", "a pin was set, or the right to one was given or taken"),
    USER_PIN_REMOVED("user.pin_removed", "a pin was removed"),
    USER_SECOND_FACTOR_ADDED("user.second_factor_added", "a second factor was set up"),
    USER_SECOND_FACTOR_REMOVED("user.second_factor_removed", "a second factor was removed"),
    USER_RECOVERY_CODE_USED("user.recovery_code_used", "a recovery code stood in for a second factor"),
    USER_RECOVERY_CODES_RENEWED("user.recovery_codes_renewed", "new recovery codes replaced the old ones"),
    USER_SIGNED_OUT("user.signed_out", "all sessions of a user were ended"),
    USER_LOGGED_IN(
            "user.logged_in",
            "a user has logged in, or a password was good for a request for the first time in an hour"),
    USER_LOG_IN_FAILED("user.log_in_failed", "a password or a code of a user was wrong, or of no use"),
    USER_LOG_IN_BLOCKED("user.log_in_blocked", "so many wrong passwords were tried that log-ins are held up"),
    USER_REFRESH_TOKEN_REUSED(
            "user.refresh_token_reused", "a refresh token came a second time, so its session was ended"),
    USER_ACCESS_REFUSED("user.access_refused", "a user asked for more than it may"),
    USER_LOCK_OUT_ENDED("user.lock_out_ended", "log-ins are no longer held up"),
    GROUP_CREATED("group.created", "a group was added"),
    GROUP_UPDATED("group.updated", "a group was changed"),
    GROUP_DELETED("group.deleted", "a group was removed"),
    PERMISSION_CREATED("permission.created", "a permission was added to the catalogue"),
    PERMISSION_UPDATED("permission.updated", "a permission was changed"),
    PERMISSION_DELETED("permission.deleted", "a permission was removed"),
    APPLICATION_CREATED("application.created", "an application was added"),
    APPLICATION_UPDATED("application.updated", "an application was changed"),
    APPLICATION_DELETED("application.deleted", "an application was removed"),
    APPLICATION_SECRET_ROTATED("application.secret_rotated", "an application got a new secret"),
    APPLICATION_LOG_IN_FAILED(
            "application.log_in_failed", "an application came with a wrong secret, or while it is out of use"),
    APPLICATION_ACCESS_REFUSED("application.access_refused", "an application asked for more than it may"),
    API_KEY_LOG_IN_FAILED("api_key.log_in_failed", "an API key came with a wrong secret, or while it is out of use"),
    API_KEY_ACCESS_REFUSED("api_key.access_refused", "an API key asked for more than it may"),
    API_KEY_CREATED("api_key.created", "an API key was made"),
    API_KEY_UPDATED("api_key.updated", "an API key was changed"),
    API_KEY_DELETED("api_key.deleted", "an API key was removed"),
    TOKEN_REVOKED("token.revoked", "an access token was taken back"),
    SIGNING_KEY_ROTATED("signing_key.rotated", "a new key signs the tokens"),
    MAIL_RETRIED("mail.retried", "a mail was queued again by hand"),
    MAIL_TEMPLATE_PUT("mail_template.put", "a tenant put a mail into words of its own"),
    MAIL_TEMPLATE_REMOVED("mail_template.removed", "a tenant took its own words back"),
    WEBHOOK_ENDPOINT_CREATED("webhook_endpoint.created", "a webhook was added"),
    WEBHOOK_ENDPOINT_UPDATED("webhook_endpoint.updated", "a webhook was changed, or its receiver is gone"),
    WEBHOOK_ENDPOINT_DELETED("webhook_endpoint.deleted", "a webhook was removed"),
    WEBHOOK_ENDPOINT_SECRET_ROTATED("webhook_endpoint.secret_rotated", "a webhook got a new secret"),
    WEBHOOK_DELIVERY_RETRIED("webhook_delivery.retried", "a delivery was queued again by hand"),
    WEBHOOK_TEST("webhook.test", "a webhook is tried");

    private static final Map<String, EventType> ALL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    private static final Set<String> ACCESS = EnumSet.of(
                    USER_LOGGED_IN,
                    USER_LOG_IN_FAILED,
                    USER_ACCESS_REFUSED,
                    TENANT_LOG_IN_FAILED,
                    APPLICATION_LOG_IN_FAILED,
                    APPLICATION_ACCESS_REFUSED,
                    API_KEY_LOG_IN_FAILED,
                    API_KEY_ACCESS_REFUSED)
            .stream()
            .map(EventType::type)
            .collect(Collectors.toUnmodifiableSet());

    private final String type;
    private final String meaning;

    EventType(String type, String meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    /** As events are marked with it, {@code subject.verb}. */
    public String type() {
        return type;
    }

    /** What has happened, in words. */
    public String meaning() {
        return meaning;
    }

    /** The types that tell of who came and was let in or not, and of no change. */
    public static Set<String> access() {
        return ACCESS;
    }

    public static Optional<EventType> of(String type) {
        return Optional.ofNullable(ALL.get(type));
    }
}
