package org.roster.contract.urac.input;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes an operation by its mask, so that what is published is what is checked. */
public final class MaskDescription {

    private MaskDescription() {}

    /** Adds the query parameters and the body of what an endpoint takes. */
    public static void add(Operation operation, Takes takes) {
        var fields = Mask.of(takes).fields();
        fields.stream().filter(Field::fromQuery).map(MaskDescription::parameter).forEach(operation::addParameter);
        var ofBody = fields.stream().filter(Field::fromBody).toList();
        if (!ofBody.isEmpty()) {
            operation.setRequestBody(OASFactory.createRequestBody()
                    .required(ofBody.stream().anyMatch(MaskDescription::onlyThere))
                    .content(OASFactory.createContent()
                            .addMediaType(MediaType.APPLICATION_JSON, media(ofBody))
                            .addMediaType(MediaType.APPLICATION_FORM_URLENCODED, media(ofBody))));
        }
    }

    private static org.eclipse.microprofile.openapi.models.media.MediaType media(List<Field> fields) {
        return OASFactory.createMediaType().schema(body(fields));
    }

    private static Schema body(List<Field> fields) {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        var required = new ArrayList<String>();
        for (Field field : fields) {
            schema.addProperty(field.inBody(), described(field));
            if (onlyThere(field)) {
                required.add(field.inBody());
            }
        }
        return required.isEmpty() ? schema : schema.required(required);
    }

    private static Parameter parameter(Field field) {
        var parameter = OASFactory.createParameter()
                .name(field.inQuery())
                .in(Parameter.In.QUERY)
                .schema(described(field));
        return field.fromBody() ? parameter.description("Here or in the body") : parameter.required(field.required());
    }

    private static boolean onlyThere(Field field) {
        return field.required() && !field.fromQuery();
    }

    private static Schema described(Field field) {
        var schema = field.rule().schema();
        return field.fallback() == null
                ? schema
                : schema.defaultValue(
                        field.fallback().isNumber()
                                ? field.fallback().numberValue()
                                : field.fallback().asText());
    }
}
