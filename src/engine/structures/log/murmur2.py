MULTIPLIER = 0x5BD1E995
MASK = 0xFFFFFFFF


def murmur2(data):
    """Austin Appleby's MurmurHash2 with 32 bits and the seed of Kafka's Java client, as a signed number."""
    value = 0x9747B28C ^ len(data)
    whole = len(data) - len(data) % 4
    for at in range(0, whole, 4):
        word = int.from_bytes(data[at : at + 4], "little") * MULTIPLIER & MASK
        word = (word ^ word >> 24) * MULTIPLIER & MASK
        value = value * MULTIPLIER & MASK ^ word
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * MULTIPLIER & MASK
    value = (value ^ value >> 13) * MULTIPLIER & MASK
    value ^= value >> 15
    return value - (1 << 32) if value >> 31 else value
