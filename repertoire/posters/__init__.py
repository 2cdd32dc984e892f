MOTIFS = dict.fromkeys("beams bear bird cat clock crown curtain flower forest hare heart horse masks moon patch ship snow stairs sun town waves".split())
