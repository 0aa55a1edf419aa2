package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Events written out by hand, and changed in one place. */
final class Events {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Events() {}

  /** The example at the end of the document, to the letter. */
  static String theDocumentsExample() {
    return """
        {
            "_meta": {
                "dataAcquisitionTime": 1.477053592e+09,
                "nexwaySalesunitID": "123",
                "originStore": "My store",
                "siteLanguage": "en"
            },
            "action": "send data",
            "user": {
                "FTIN": "3278124",
                "VATIN": "81234783453",
                "addresses": [
                    {
                        "country": "GB",
                        "street": "1 small street",
                        "zipcode": "SW1A 2AA"
                    }
                ],
                "birthDate": "1968-05-10",
                "companyName": "doe Inc.",
                "companyRegistrationNumber": "ABC123456",
                "companySizeRange": "more than 1000",
                "country": "gb",
                "email": "john.doe@internet.com",
                "firstName": "john",
                "gender": "M",
                "language": "en",
                "lastName": "doe",
                "marketingConsents": [
                    {"status": "accepted", "topic": "A marketing topic"},
                    {"status": "refused", "topic": "Another marketing topic"}
                ],
                "middleName": "mc",
                "networkIdentities": [
                    {"identifier": "jdoe", "platform": "facebook"},
                    {"identifier": "jdoe.pm", "platform": "linkedin"}
                ],
                "phoneNumbers": ["25884848684", "54561321245"],
                "preferredCurrency": "GBP",
                "title": "Mgr",
                "username": "johndoe"
            }
        }
        """;
  }

  /** An event with every object of the document; each call gives another body. */
  static ObjectNode complete(String action) {
    try {
      ObjectNode event = (ObjectNode) Shop.JSON.readTree(theDocumentsExample());
      event.put("action", action).put("actionTime", 1_700_000_000L);
      event.withObject("/_meta").put("customerID", "c" + NUMBER.incrementAndGet());
      event.setAll((ObjectNode) Shop.JSON.readTree(OBJECTS.replace("PRODUCT", PRODUCT)));
      return event;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final String PRODUCT =
      """
      {"name": "Antivirus", "nexwayID": "n-1", "uniqueReference": "av-1",
       "packshots": [{"URL": "https://shop.example/av.png", "height": 300, "width": 200}]}""";

  private static final String OBJECTS =
      """
      {
        "cart": {"URL": "https://shop.example/cart/7", "currency": "EUR", "id": "7", "items": [
          {"pricing": {"VATRate": 0.2, "discountConstant": 1.5, "discountRate": 0.1,
                       "unitPriceExcludingVAT": 10, "unitPriceIncludingVAT": 12.0},
           "product": PRODUCT, "quantity": 2}]},
        "order": {"CCExpirationDate": "2027-05-01", "cartId": "7", "cartUrl": "https://x.example",
          "currency": "EUR", "id": "1001", "paymentMethod": "visa_electron",
          "paymentStatus": "fraud", "items": [
          {"licenceNumbers": ["L-1", "L-2"], "pricing": {"VATRate": 0.2},
           "product": PRODUCT, "quantity": 1}]},
        "registrations": [{"licenceNumber": "L-1", "product": PRODUCT}],
        "usage": {"product": PRODUCT, "type": "start_freemium"}
      }
      """;

  /** The event without one property. */
  static ObjectNode without(ObjectNode event, String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    ((ObjectNode) event.at(at.head())).remove(at.last().getMatchingProperty());
    return event;
  }

  /** The event with another value in one place. */
  static ObjectNode with(ObjectNode event, String pointer, JsonNode value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = event.at(at.head());
    if (parent instanceof ArrayNode list) {
      list.set(at.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
    }
    return event;
  }
}
