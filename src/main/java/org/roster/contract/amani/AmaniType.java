package org.roster.contract.amani;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of JSON under the names that Python has for them, by which the contract's messages call them. */
public final class AmaniType {

    private AmaniType() {}

    public static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "list";
            case BOOLEAN -> "bool";
            case NULL, MISSING -> "NoneType";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            case OBJECT, POJO -> "dict";
            case STRING, BINARY -> "str";
        };
    }
}
