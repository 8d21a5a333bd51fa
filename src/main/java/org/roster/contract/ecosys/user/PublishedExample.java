package org.roster.contract.ecosys.user;

/** The published document's own example of {@code POST /api/users}, for OpenAPI. */
final class PublishedExample {

    static final String REQUEST = """
            {
              "username": "newsystemuser",
              "password": "aVeryComplexP@ssw0rd!",
              "first_name": "Jane",
              "last_name": "Doe",
              "email": "jane.doe@externalsystem.com"
            }
            """;

    static final String RESPONSE = """
            {
              "status": "success",
              "message": "User created successfully.",
              "user": {
                "username": "newsystemuser",
                "first_name": "Jane",
                "last_name": "Doe",
                "email": "jane.doe@externalsystem.com"
              }
            }
            """;

    private PublishedExample() {}
}
