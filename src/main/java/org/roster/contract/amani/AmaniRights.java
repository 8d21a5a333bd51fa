package org.roster.contract.amani;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rights that this contract's endpoints ask for: Django's codenames, an action and the thing it is done to. */
public final class AmaniRights {

    public static final String ADD_USER = "add_user";
    public static final String CHANGE_USER = "change_user";
    public static final String DELETE_USER = "delete_user";
    public static final String VIEW_USER = "view_user";
    public static final String ADD_GROUP = "add_group";
    public static final String CHANGE_GROUP = "change_group";
    public static final String DELETE_GROUP = "delete_group";
    public static final String VIEW_GROUP = "view_group";
    public static final String VIEW_PERMISSION = "view_permission";
    public static final String CHANGE_COMPANY = "change_company";
    public static final String VIEW_COMPANY = "view_company";
    public static final String ADD_APPLICATION = "add_application";
    public static final String CHANGE_APPLICATION = "change_application";
    public static final String DELETE_APPLICATION = "delete_application";
    public static final String VIEW_APPLICATION = "view_application";
    public static final String ADD_APIKEY = "add_apikey";
    public static final String CHANGE_APIKEY = "change_apikey";
    public static final String DELETE_APIKEY = "delete_apikey";
    public static final String VIEW_APIKEY = "view_apikey";

    public static final String ADD_WEBHOOK_ENDPOINT = "add_webhookendpoint";
    public static final String CHANGE_WEBHOOK_ENDPOINT = "change_webhookendpoint";
    public static final String DELETE_WEBHOOK_ENDPOINT = "delete_webhookendpoint";
    public static final String VIEW_WEBHOOK_ENDPOINT = "view_webhookendpoint";

    static final Set<String> ALL = new LinkedHashSet<>(List.of(
            ADD_USER,
            CHANGE_USER,
            DELETE_USER,
            VIEW_USER,
            ADD_GROUP,
            CHANGE_GROUP,
            DELETE_GROUP,
            VIEW_GROUP,
            VIEW_PERMISSION,
            CHANGE_COMPANY,
            VIEW_COMPANY,
            ADD_APPLICATION,
            CHANGE_APPLICATION,
            DELETE_APPLICATION,
            VIEW_APPLICATION,
            ADD_APIKEY,
            CHANGE_APIKEY,
            DELETE_APIKEY,
            VIEW_APIKEY,
            ADD_WEBHOOK_ENDPOINT,
            CHANGE_WEBHOOK_ENDPOINT,
            DELETE_WEBHOOK_ENDPOINT,
            VIEW_WEBHOOK_ENDPOINT));

    private AmaniRights() {}
}
